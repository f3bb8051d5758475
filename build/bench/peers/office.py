"""Reads and writes workbooks by openpyxl and XlsxWriter, for the bench: JOB FILE [OUT].

Prints what was measured as one line of JSON.
"""

import csv
import json
import sys
import time


def read(path):
    import openpyxl

    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    cells = 0
    for row in book.worksheets[0].iter_rows(values_only=True):
        cells += len(row)
    return {"cells": cells}


def write_openpyxl(rows, out):
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in rows:
        sheet.append(row)
    book.save(out)


def write_xlsxwriter(rows, out):
    import xlsxwriter

    book = xlsxwriter.Workbook(out, {"constant_memory": True, "strings_to_urls": False})
    sheet = book.add_worksheet()
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row)
    book.close()


def main(job, path, *out):
    if job == "read":
        start = time.monotonic()
        metrics = read(path)
    else:
        with open(path, encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
        start = time.monotonic()
        {"openpyxl": write_openpyxl, "xlsxwriter": write_xlsxwriter}[job](rows, *out)
        metrics = {}
    print(json.dumps(metrics | {"seconds": time.monotonic() - start}))


main(*sys.argv[1:])
