#include "forms/xlsx/team_form.h"

#include <xlsxwriter.h>

#include <array>

#include "forms/team_form_heads.h"
#include "forms/xlsx/book.h"
#include "forms/xlsx/sheets.h"
#include "render/theme.h"

namespace parcours {
namespace {

enum FormColumn : lxw_col_t { kStage, kTouchpoint, kEmotion, kFriction, kNote, kId, kColumns };
constexpr std::array<double, kColumns> kWidths = {20, 38, 11, 38, 46, 16};
constexpr lxw_row_t kTitleRow = 0, kHowRow = 1, kTeamRow = 3, kHeadRow = 5;
constexpr double kRowHeight = 30, kTitleHeight = 26, kHowHeight = 46, kTeamHeight = 22;  // points

class TeamForm {
 public:
  TeamForm(lxw_workbook* book, const JourneyMap& map, const Palette& colour, Lang lang) : book_(book), map_(map), colour_(colour), lang_(lang) {
    sheet_ = workbook_add_worksheet(book, text("forms.team_form.sheet", lang).c_str());
  }

  void write(const std::string& team) {
    for (lxw_col_t i = 0; i < kColumns; ++i) worksheet_set_column(sheet_, i, i, kWidths[i], nullptr);
    write_top(team);
    write_heads();
    lxw_row_t row = kHeadRow + 1;
    for (std::size_t i = 0; i < map_.stages.size(); ++i)
      for (const Touchpoint& touchpoint : map_.stages[i].touchpoints)
        write_row(row++, map_.stages[i], colour_.stages[i % colour_.stages.size()], touchpoint);
    if (row > kHeadRow + 1) offer_emotions(kHeadRow + 1, row - 1);
    protect();
    worksheet_freeze_panes(sheet_, kHeadRow + 1, kEmotion);
    worksheet_set_landscape(sheet_), worksheet_set_paper(sheet_, 9), worksheet_fit_to_pages(sheet_, 1, 0);
    worksheet_repeat_rows(sheet_, kHeadRow, kHeadRow);
    worksheet_set_selection(sheet_, kHeadRow + 1, kEmotion, kHeadRow + 1, kEmotion);
  }

 private:
  lxw_format* format(double size, Colour ink, bool bold) {
    lxw_format* made = workbook_add_format(book_);
    format_set_font_name(made, "Arial"), format_set_font_size(made, size), format_set_font_color(made, xlsx_colour(ink));
    format_set_align(made, LXW_ALIGN_VERTICAL_CENTER), format_set_text_wrap(made);
    format_set_indent(made, 1);
    if (bold) format_set_bold(made);
    return made;
  }

  // A cell to be filled in: light, edged, and open where the rest of the sheet is locked.
  lxw_format* open_cell(double size, bool bold) {
    lxw_format* made = format(size, colour_.ink, bold);
    format_set_unlocked(made), format_set_bg_color(made, xlsx_colour(kOpen));
    format_set_border(made, LXW_BORDER_THIN), format_set_border_color(made, xlsx_colour(colour_.line));
    return made;
  }

  void put(lxw_row_t row, lxw_col_t column, const std::string& words, lxw_format* look) {
    worksheet_write_string(sheet_, row, column, fit_for_cell(words).c_str(), look);
  }

  void write_top(const std::string& team) {
    worksheet_set_row(sheet_, kTitleRow, kTitleHeight, nullptr);
    lxw_format* title = format(16, colour_.title, true);
    worksheet_merge_range(sheet_, kTitleRow, kStage, kTitleRow, kId,
                          fit_for_cell(render(msg("forms.team_form.title", {{"map", map_.title}}), lang_)).c_str(), title);
    worksheet_set_row(sheet_, kHowRow, kHowHeight, nullptr);
    worksheet_merge_range(sheet_, kHowRow, kStage, kHowRow, kId, text("forms.team_form.how", lang_).c_str(), format(10, colour_.ink_soft, false));
    worksheet_set_row(sheet_, kTeamRow, kTeamHeight, nullptr);
    put(kTeamRow, kStage, text("forms.team_form.team", lang_), format(10, colour_.ink, true));
    put(kTeamRow, kTouchpoint, team, open_cell(11, true));
  }

  void write_heads() {
    static_assert(kTeamFormHeads.size() == kColumns);
    lxw_format* look = format(10, colour_.stages[0].deep, true);
    format_set_bg_color(look, xlsx_colour(colour_.stages[0].tint)), format_set_bottom(look, LXW_BORDER_THIN);
    worksheet_set_row(sheet_, kHeadRow, kTeamHeight, nullptr);
    for (lxw_col_t i = 0; i < kColumns; ++i) put(kHeadRow, i, text(kTeamFormHeads[i], lang_), look);
  }

  void write_row(lxw_row_t row, const Stage& stage, const Tone& tone, const Touchpoint& touchpoint) {
    const std::string name = touchpoint.name.empty() ? touchpoint.id : touchpoint.name.in(lang_);
    const std::string of = stage.name.empty() ? stage.id : stage.name.in(lang_);
    const double tall = height_of_row({words(of), words(name)}, {{"", kWidths[kStage]}, {"", kWidths[kTouchpoint]}});
    worksheet_set_row(sheet_, row, std::max(kRowHeight, tall), nullptr);
    lxw_format* at_stage = format(10, tone.deep, true);
    format_set_bg_color(at_stage, xlsx_colour(tone.tint));
    put(row, kStage, of, at_stage);
    put(row, kTouchpoint, name, plain_);
    worksheet_write_blank(sheet_, row, kEmotion, centred_);
    for (const lxw_col_t open : {kFriction, kNote}) worksheet_write_blank(sheet_, row, open, open_);
    put(row, kId, touchpoint.id, faint_);
  }

  void offer_emotions(lxw_row_t first, lxw_row_t last) {
    std::array<std::string, 5> values = {"2", "1", "0", "-1", "-2"};  // the library takes texts that it could change
    std::array<char*, 6> list = {values[0].data(), values[1].data(), values[2].data(), values[3].data(), values[4].data(), nullptr};
    std::string title = text("forms.team_form.emotion", lang_), scale = text("forms.team_form.scale", lang_);
    lxw_data_validation offer = {};
    offer.validate = LXW_VALIDATION_TYPE_LIST, offer.value_list = list.data();
    offer.input_title = offer.error_title = title.data(), offer.input_message = offer.error_message = scale.data();
    offer.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
    worksheet_data_validation_range(sheet_, first, kEmotion, last, kEmotion, &offer);
  }

  // Without a password: the tabulator goes from open cell to open cell, and nothing else is changed by mistake.
  void protect() {
    lxw_protection allowed = {};
    allowed.format_columns = allowed.format_rows = allowed.format_cells = LXW_TRUE;
    worksheet_protect(sheet_, nullptr, &allowed);
  }

  static constexpr Colour kOpen{0xff, 0xfb, 0xea, 1};
  lxw_workbook* book_;
  const JourneyMap& map_;
  const Palette& colour_;
  Lang lang_;
  lxw_worksheet* sheet_ = nullptr;
  lxw_format* plain_ = format(10, colour_.ink, false);
  lxw_format* faint_ = format(8, colour_.ink_soft, false);
  lxw_format* open_ = open_cell(10, false);
  lxw_format* centred_ = centred();

  lxw_format* centred() {
    lxw_format* made = open_cell(11, true);
    format_set_indent(made, 0), format_set_align(made, LXW_ALIGN_CENTER);
    return made;
  }
};

}  // namespace

Result<std::string> team_form(const JourneyMap& map, const WorkspaceSettings& settings, const std::string& team, Lang lang) {
  const Palette colour = branded(palette(Theme::light), Theme::light, settings.brand, map.stages.size());
  return written_book(map.title.in(lang), "", [&](lxw_workbook* book) { TeamForm(book, map, colour, lang).write(team); });
}

}  // namespace parcours
