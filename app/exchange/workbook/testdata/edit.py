"""Edits a workbook in LibreOffice as people do: edit.py FROM TO [SHEET/NAME/HEADER=TEXT]...

With words it types each text into the cell of that row and column; without, it rearranges a sheet."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue


def option(name, value):
    result = PropertyValue()
    result.Name, result.Value = name, value
    return result


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(300):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.2)
    sys.exit("LibreOffice did not start")


def move_column(sheet, column, to):
    """Cuts a column and inserts it before a column that is further to the left."""
    sheet.Columns.insertByIndex(to, 1)
    source = sheet.getCellRangeByPosition(column + 1, 0, column + 1, 1000).RangeAddress
    sheet.moveRange(sheet.getCellByPosition(to, 0).CellAddress, source)
    sheet.Columns.removeByIndex(column + 1, 1)


def type_into(document, words):
    """Types a text into the cell under a header, in the first row that holds the name."""
    place, text = words.split("=", 1)
    name, row, header = place.split("/")
    sheet = document.Sheets.getByName(name)
    used = sheet.createCursor()
    used.gotoEndOfUsedArea(False)
    cells = sheet.getCellRangeByPosition(0, 0, used.RangeAddress.EndColumn, used.RangeAddress.EndRow).DataArray
    found = [i for i, line in enumerate(cells) if row in line]
    sheet.getCellByPosition(cells[0].index(header), found[0]).Formula = text


def rearrange(document):
    sheet = document.Sheets.getByName("IT Systems")
    move_column(sheet, 4, 1)
    sheet.Columns.removeByIndex(8, 1)
    sheet.Columns.getByIndex(3).IsVisible = False
    sheet.getCellByPosition(2, 0).String = "Renamed"
    sheet.Rows.insertByIndex(0, 3)
    sheet.Name = "Ann's systems"
    document.Sheets.copyByName("Ann's systems", "Copy", 0)


source, target, *typed = sys.argv[1:]
profile = tempfile.mkdtemp()
pipe = f"cadastre-{os.getpid()}"
office = subprocess.Popen(["soffice", "--headless", "--norestore",
                           f"-env:UserInstallation=file://{profile}", f"--accept=pipe,name={pipe};urp;"], start_new_session=True)
try:
    context = connect(pipe)
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(source), "_blank", 0, (option("Hidden", True),))
    for words in typed:
        type_into(document, words)
    if not typed:
        rearrange(document)
    document.storeToURL(uno.systemPathToFileUrl(target), (option("FilterName", "Calc MS Excel 2007 XML"),))
    document.close(True)
    try:
        desktop.terminate()
    except Exception:
        pass
    office.wait(30)
finally:
    if office.poll() is None:
        os.killpg(office.pid, signal.SIGKILL)
    shutil.rmtree(profile, ignore_errors=True)
