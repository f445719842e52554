#include "forms/xlsx/xlsx.h"

#include <xlsxwriter.h>

#include <array>

#include "forms/xlsx/book.h"
#include "forms/xlsx/sheets.h"

namespace parcours {
namespace {

constexpr double kWidestOnA4 = 150;  // characters

class Book {
 public:
  Book(lxw_workbook* book, const Frame& frame) : book_(book), frame_(frame) {
    const std::string money = frame.map.settings.currency == "USD" ? "[$$-409]#,##0" : "#,##0\\ \"" + frame.map.settings.currency + "\"";
    const std::array<std::string, 8> formats = {"@", "@", "#,##0", "0.0%", money, "[h]:mm:ss", "0.0", "+0.0;-0.0;0.0"};
    for (std::size_t i = 0; i < formats.size(); ++i) {
      lxw_format* format = workbook_add_format(book_);
      format_set_font_name(format, "Arial"), format_set_font_size(format, 10);
      format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
      format_set_bottom(format, LXW_BORDER_THIN), format_set_bottom_color(format, xlsx_colour(frame.colour.line));
      if (i < 2) format_set_text_wrap(format);
      else format_set_num_format(format, formats[i].c_str());
      formats_[i] = format;
    }
    lxw_format* heading = formats_[static_cast<std::size_t>(XlsxCell::Format::heading)];
    format_set_bold(heading), format_set_bg_color(heading, xlsx_colour(frame.colour.stages[1].tint)), format_set_bottom(heading, LXW_BORDER_THIN);
    format_set_font_color(heading, xlsx_colour(frame.colour.stages[1].deep));
  }

  void add(const XlsxSheet& sheet) {
    lxw_worksheet* to = workbook_add_worksheet(book_, sheet.name.c_str());
    if (!to) return;
    std::vector<XlsxCell> headings;
    for (const SheetColumn& column : sheet.columns) headings.push_back({XlsxCell::Format::heading, column.title, {}});
    worksheet_set_row(to, 0, height_of_row(headings, sheet.columns), nullptr);
    for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
      const auto column = static_cast<lxw_col_t>(i);
      worksheet_set_column(to, column, column, sheet.columns[i].width, nullptr);
      worksheet_write_string(to, 0, column, fit_for_cell(sheet.columns[i].title).c_str(),
                             formats_[static_cast<std::size_t>(XlsxCell::Format::heading)]);
    }
    for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
      const auto at = static_cast<lxw_row_t>(row + 1);
      worksheet_set_row(to, at, height_of_row(sheet.rows[row], sheet.columns), nullptr);
      write(to, at, sheet.rows[row], sheet.columns.size());
    }
    worksheet_freeze_panes(to, 1, static_cast<lxw_col_t>(sheet.frozen_columns));
    if (sheet.filter && !sheet.rows.empty())
      worksheet_autofilter(to, 0, 0, static_cast<lxw_row_t>(sheet.rows.size()), static_cast<lxw_col_t>(sheet.columns.size() - 1));
    set_print(to, sheet);
  }

 private:
  // One page wide, on A3 where A4 would make the type too small to read; the sheet's name and the page at the foot.
  static void set_print(lxw_worksheet* to, const XlsxSheet& sheet) {
    constexpr std::uint8_t kA3 = 8, kA4 = 9;
    double characters = 0;
    for (const SheetColumn& column : sheet.columns) characters += column.width;
    worksheet_set_landscape(to), worksheet_set_paper(to, characters > kWidestOnA4 ? kA3 : kA4);
    worksheet_set_margins(to, 0.4, 0.4, 0.5, 0.6);
    worksheet_set_footer(to, "&L&8&A&R&8&P / &N");
    worksheet_fit_to_pages(to, 1, 0), worksheet_repeat_rows(to, 0, 0);
  }

  // A line runs below every row, also where nothing stands.
  void write(lxw_worksheet* to, lxw_row_t row, const std::vector<XlsxCell>& cells, std::size_t columns) {
    for (std::size_t i = 0; i < columns; ++i)
      if (i >= cells.size() || (!cells[i].number && cells[i].text.empty())) worksheet_write_blank(to, row, static_cast<lxw_col_t>(i), formats_[0]);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      lxw_format* format = formats_[static_cast<std::size_t>(cells[i].format)];
      if (cells[i].number) worksheet_write_number(to, row, static_cast<lxw_col_t>(i), *cells[i].number, format);
      else if (!cells[i].text.empty()) worksheet_write_string(to, row, static_cast<lxw_col_t>(i), fit_for_cell(cells[i].text).c_str(), format);
    }
  }

  lxw_workbook* book_;
  const Frame& frame_;
  std::array<lxw_format*, 8> formats_{};
};

}  // namespace

Result<std::string> to_xlsx(const MeasuredMap& map, const DrawOptions& options) {
  const Frame frame = make_frame(map, options);
  return written_book(frame.say(frame.map.map.title), options.as_of, [&](lxw_workbook* book) {
    Book pages(book, frame);
    for (const XlsxSheet& sheet : sheets_of(frame)) pages.add(sheet);
  });
}

}  // namespace parcours
