// SPDX-License-Identifier: Apache-2.0
package org.chancery.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/// A table as a workbook of one sheet: every cell is text, written in place, so that nothing is ever
/// taken for a formula and no date or number is rewritten by the program that opens it.
final class SheetWorkbook {

    /// Rows held in memory; older ones wait in a temporary file until the workbook is written.
    private static final int WINDOW = 200;

    private static final int NARROWEST = 8;
    private static final int WIDEST = 60;

    /// Ends a cell that a workbook cannot hold whole; the CSV has all of it.
    static final String CUT = " […]";

    private static final int LONGEST = SpreadsheetVersion.EXCEL2007.getMaxTextLength();

    private SheetWorkbook() {}

    static byte[] of(org.chancery.kernel.Sheet table) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new SXSSFWorkbook(WINDOW)) {
            // POI writes the large form always; readers of a stream then fail on small files.
            workbook.setZip64Mode(Zip64Mode.AsNeeded);
            var properties = workbook.getXSSFWorkbook().getProperties().getCoreProperties();
            properties.setCreator("Chancery");
            properties.setTitle(table.name());
            var sheet = workbook.createSheet(WorkbookUtil.createSafeSheetName(table.name()));
            widths(sheet, table);
            row(sheet, 0, table.columns(), head(workbook));
            var body = workbook.createCellStyle();
            body.setVerticalAlignment(VerticalAlignment.TOP);
            body.setWrapText(true);
            for (int i = 0; i < table.rows().size(); i++) {
                row(sheet, i + 1, table.rows().get(i), body);
            }
            sheet.createFreezePane(0, 1);
            sheet.setRepeatingRows(new CellRangeAddress(0, 0, -1, -1));
            workbook.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("writing the workbook " + table.name(), e);
        }
        return bytes.toByteArray();
    }

    private static CellStyle head(SXSSFWorkbook workbook) {
        var bold = workbook.createFont();
        bold.setBold(true);
        var style = workbook.createCellStyle();
        style.setFont(bold);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        return style;
    }

    private static void row(Sheet sheet, int number, List<String> cells, CellStyle style) {
        var row = sheet.createRow(number);
        for (int i = 0; i < cells.size(); i++) {
            var cell = row.createCell(i);
            cell.setCellValue(held(cells.get(i)));
            cell.setCellStyle(style);
        }
    }

    private static String held(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - CUT.length()) + CUT;
    }

    /// As wide as the longest text of the column, within bounds.
    private static void widths(Sheet sheet, org.chancery.kernel.Sheet table) {
        for (int i = 0; i < table.columns().size(); i++) {
            int column = i;
            var longest =
                    table.rows().stream()
                            .mapToInt(row -> row.get(column).length())
                            .max()
                            .orElse(NARROWEST);
            var width = Math.max(longest, table.columns().get(i).length()) + 2;
            sheet.setColumnWidth(i, 256 * Math.clamp(width, NARROWEST, WIDEST));
        }
    }
}
