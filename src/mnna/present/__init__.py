"""How answers are shown: one document model, one wording for each thing, and a writer for each form.

`document` has the model and says how to use it. `wording`, `numbers`, `days` and `places` have the words; `findings`
says what is printed of a finding. `terminal`, `html`, `markdown`, `pdf` and `csv` write. Nothing here knows any law.
"""
