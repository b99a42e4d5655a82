"""Put the law to a country on a day: situation, finding, notice, confidence and stamp."""
