"""Output of answers: one document model, one set of labels, and one writer for each output form.

`document` defines the model and how to use it. `wording`, `numbers`, `days` and `places` put values into words.
`findings` decides which parts of a finding are printed. `terminal`, `html`, `markdown`, `pdf`, `csv`, `xlsx` and `docx`
are the writers. No module here knows any law.
"""
