// SPDX-License-Identifier: Apache-2.0
package org.chancery.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.chancery.kernel.Sheet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetsTest {

    private static Sheet of(String... cells) {
        return new Sheet("tasks", List.of("what"), List.of(cells).stream().map(List::of).toList());
    }

    private static XSSFSheet open(Sheet table) throws IOException {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(SheetWorkbook.of(table)))) {
            return workbook.getSheetAt(0);
        }
    }

    private static String xml(Sheet table) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(SheetWorkbook.of(table)))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("xl/worksheets/sheet1.xml")) {
                    return new String(zip.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("a workbook without a sheet");
    }

    @Nested
    class WhenACellBeginsAsAFormula {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "=HYPERLINK(\"http://example.org\";\"x\")",
                    "+1+1",
                    "-2",
                    "@SUM(A1)",
                    "\t=1",
                    "\r=1"
                })
        void theWorkbookHoldsItAsText(String cell) throws IOException {
            var written = open(of(cell)).getRow(1).getCell(0);

            assertThat(written.getCellType()).isEqualTo(CellType.STRING);
            assertThat(written.getStringCellValue().strip()).isEqualTo(cell.strip());
            assertThat(xml(of(cell))).contains("t=\"inlineStr\"").doesNotContain("<f>");
        }

        @ParameterizedTest
        @ValueSource(strings = {"=1", "+1", "-1", "@1", "\t=1"})
        void theTextFileLeadsItWithAnApostrophe(String cell) {
            assertThat(of(cell).csv()).contains("'" + cell);
        }
    }

    @Nested
    class Always {

        @Test
        void numbersAndDatesStayTheTextTheyAre() throws IOException {
            var sheet = open(of("0042", "2025-11-27", "1E5"));

            assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo("0042");
            assertThat(sheet.getRow(2).getCell(0).getStringCellValue()).isEqualTo("2025-11-27");
            assertThat(sheet.getRow(3).getCell(0).getStringCellValue()).isEqualTo("1E5");
        }

        @Test
        void theHeadStaysInSightAndOnEachSheetOfPaper() throws IOException {
            var sheet = open(of("x"));

            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition())
                    .isEqualTo((short) 1);
            assertThat(sheet.getRepeatingRows().getFirstRow()).isZero();
            assertThat(sheet.getRow(0).getCell(0).getCellStyle().getFont().getBold()).isTrue();
        }

        @Test
        void aColumnIsAsWideAsItsTextsWithinBounds() throws IOException {
            assertThat(open(of("x".repeat(20))).getColumnWidth(0)).isEqualTo(22 * 256);
            assertThat(open(of("x".repeat(500))).getColumnWidth(0)).isEqualTo(60 * 256);
        }

        @Test
        void aCellTooLongForAWorkbookSaysThatItIsCut() throws IOException {
            var cell = open(of("x".repeat(40_000))).getRow(1).getCell(0).getStringCellValue();

            assertThat(cell).hasSize(32_767).endsWith(SheetWorkbook.CUT);
        }

        @Test
        void theFileIsNamedAfterTheTable() {
            assertThat(Downloads.xlsx(of("x")).getHeaders().getContentDisposition().getFilename())
                    .isEqualTo("tasks.xlsx");
        }
    }
}
