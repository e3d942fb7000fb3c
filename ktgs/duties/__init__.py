"""One duty a file, found by scanning: who owes what by when under a plan's term.

A duty's ABOUT is Vietnamese Markdown: what is owed, whose rule it is, how it is counted, an example that meets it and
one that does not. `tests/duties/test_about.py` lays the files of each example over the small sample and runs it.
An example is any number of files, then one or more expectations; the next file, or a line that begins with “Ví dụ”,
begins a new one:

    Tệp `data/plans/2020/46-kh-dtn/schedules/2020-06/doan-so-a.yml`:

    ```yaml
    đơn vị: doan-so-a
    tháng: 06/2020
    ngày nhận: 18/05/2020
    ```

    Không có tệp `data/plans/2020/46-kh-dtn/schedules/2020-04/doan-so-b.yml`.

    - Ngày 20/05/2020: `46-kh-dtn/gui-lich-sinh-hoat/2020-06/doan-so-a` → Đúng hạn.
    - Ngày 20/05/2020: `46-kh-dtn/gui-lich-sinh-hoat/2020-04/doan-so-b` → Quá hạn.

The state is the short word of `State`. A file that the sample has not needs no “Không có tệp”.
"""
