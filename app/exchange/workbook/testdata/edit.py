"""Edits a workbook in LibreOffice as people do: edit.py FROM TO."""

import os
import shutil
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


def edit(document):
    sheet = document.Sheets.getByName("IT Systems")
    move_column(sheet, 4, 1)
    sheet.Columns.removeByIndex(8, 1)
    sheet.Columns.getByIndex(3).IsVisible = False
    sheet.getCellByPosition(2, 0).String = "Renamed"
    sheet.Rows.insertByIndex(0, 3)
    sheet.Name = "Ann's systems"
    document.Sheets.copyByName("Ann's systems", "Copy", 0)


source, target = sys.argv[1:]
profile = tempfile.mkdtemp()
pipe = f"cadastre-{os.getpid()}"
office = subprocess.Popen(["soffice", "--headless", "--norestore",
                           f"-env:UserInstallation=file://{profile}", f"--accept=pipe,name={pipe};urp;"])
try:
    context = connect(pipe)
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(source), "_blank", 0, (option("Hidden", True),))
    edit(document)
    document.storeToURL(uno.systemPathToFileUrl(target), (option("FilterName", "Calc MS Excel 2007 XML"),))
    document.close(True)
    try:
        desktop.terminate()
    except Exception:
        pass
    office.wait(30)
finally:
    if office.poll() is None:
        office.kill()
    shutil.rmtree(profile, ignore_errors=True)
