# The commands of ./run, for those whose fingers say make.

.PHONY: brief test check golden bench clean

brief test check golden bench clean:
	./run $@
