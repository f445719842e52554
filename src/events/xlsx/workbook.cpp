#include "events/xlsx/workbook.h"

#include <charconv>
#include <functional>
#include <map>
#include <optional>

#include "events/complaint.h"
#include "events/xlsx/xml.h"

namespace parcours {
namespace {

constexpr std::uint64_t kPartBytesMax = std::uint64_t{64} << 20;
constexpr std::uint64_t kTextsPartBytesMax = std::uint64_t{2} << 30;
constexpr std::size_t kTextsBytesMax = std::size_t{512} << 20;
constexpr std::size_t kSheetsMax = 10'000, kStylesMax = 100'000, kTextsMax = 50'000'000;

int number_of(std::string_view text, int otherwise) {
  int value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

Outcome parse_part(const Archive& archive, const std::string& name, const std::string& part, XmlFeed::Takers takers) {
  PARCOURS_TRY(const std::string text, archive.text(part, kPartBytesMax));
  return XmlFeed(std::move(takers), name, part).feed(text, true);
}

XmlFeed::Takers only_opens(std::function<void(std::string_view, XmlAttributes)> open) {
  return {std::move(open), [](std::string_view) {}, [](std::string_view) {}};
}

// "/xl/worksheets/sheet1.xml" and "worksheets/sheet1.xml" are the same, seen from xl/.
std::string part_of(std::string_view target) {
  if (target.starts_with("/")) return std::string(target.substr(1));
  return "xl/" + std::string(target);
}

Outcome read_sheets(const Archive& archive, const std::string& name, Workbook& book) {
  std::map<std::string, std::string, std::less<>> parts;  // of the worksheets, by their relation
  PARCOURS_CHECK(parse_part(archive, name, "xl/_rels/workbook.xml.rels", only_opens([&](std::string_view element, XmlAttributes a) {
                              if (element == "Relationship" && a["Type"].ends_with("/worksheet")) parts[std::string(a["Id"])] = part_of(a["Target"]);
                            })));
  return parse_part(archive, name, "xl/workbook.xml", only_opens([&](std::string_view element, XmlAttributes a) {
                      if (element == "workbookPr") book.from_1904 = a["date1904"] == "1" || a["date1904"] == "true";
                      if (element != "sheet" || book.sheets.size() >= kSheetsMax) return;
                      if (const auto part = parts.find(a["id"]); part != parts.end())
                        book.sheets.push_back({std::string(a["name"]), part->second, !a["state"].empty() && a["state"] != "visible"});
                    }));
}

// The formats that need not be written down.
NumberForm built_in(int id) {
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 54) || id == 57 || id == 58) return NumberForm::date;
  if (id == 22) return NumberForm::date_time;
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id == 45 || id == 47 || id == 55 || id == 56) return NumberForm::clock;
  return NumberForm::number;
}

Outcome read_styles(const Archive& archive, const std::string& name, Workbook& book) {
  if (!archive.has("xl/styles.xml")) return Done{};
  std::map<int, NumberForm> own;
  bool in_cells = false;
  return parse_part(archive, name, "xl/styles.xml",
                    {[&](std::string_view element, XmlAttributes a) {
                       if (element == "numFmt") own[number_of(a["numFmtId"], 0)] = cell_form_of(a["formatCode"]);
                       if (element == "cellXfs") in_cells = true;
                       if (element != "xf" || !in_cells || book.styles.size() >= kStylesMax) return;
                       const int id = number_of(a["numFmtId"], 0);
                       const auto at = own.find(id);
                       book.styles.push_back(at == own.end() ? built_in(id) : at->second);
                     },
                     [&](std::string_view element) {
                       if (element == "cellXfs") in_cells = false;
                     },
                     [](std::string_view) {}});
}

// Runs of rich text are put together; what only helps to pronounce them (rPh) is left out.
Outcome read_texts(const Archive& archive, const std::string& name, Workbook& book) {
  const std::string part = "xl/sharedStrings.xml";
  if (!archive.has(part)) return Done{};
  bool in_text = false, aside = false;
  XmlFeed xml({[&](std::string_view element, XmlAttributes) {
                 if (element == "si") book.texts.begin();
                 if (element == "rPh") aside = true;
                 in_text = element == "t" && !aside && book.texts.size() > 0;
               },
               [&](std::string_view element) {
                 if (element == "rPh") aside = false;
                 if (element == "t") in_text = false;
               },
               [&](std::string_view text) {
                 if (in_text) book.texts.add(text);
               }},
              name, part);
  PARCOURS_TRY(WorkbookPart opened, archive.part(part, kTextsPartBytesMax));
  std::string chunk;
  for (;;) {
    chunk.resize(1 << 16);
    PARCOURS_TRY(const std::size_t n, opened.read(chunk.data(), chunk.size()));
    PARCOURS_CHECK(xml.feed({chunk.data(), n}, n == 0));
    if (book.texts.bytes() > kTextsBytesMax || book.texts.size() > kTextsMax)
      return unreadable(msg("events.zip_bomb", {{"part", part}, {"limit", static_cast<std::int64_t>(kTextsBytesMax >> 20)}}),
                        msg("events.zip_bomb_hint"), {name});
    if (n == 0) return Done{};
  }
}

}  // namespace

NumberForm cell_form_of(std::string_view format) {
  format = format.substr(0, format.find(';'));  // of positive numbers
  bool day = false, hour = false, second = false, minute_or_month = false;
  for (std::size_t i = 0; i < format.size(); ++i) {
    const char c = format[i];
    if (c == '\\' || c == '_' || c == '*') ++i;
    else if (c == '"') i = std::min(format.find('"', i + 1), format.size());
    else if (c == '[') {
      const std::size_t end = std::min(format.find(']', i), format.size());
      const char unit = i + 1 < format.size() ? format[i + 1] : ' ';
      // [h]:mm counts hours: a span, not a time. Colours and currencies stand in brackets too.
      if ((unit == 'h' || unit == 'm' || unit == 's' || unit == 'H') && format.find_first_not_of("hmsH", i + 1) == end) return NumberForm::number;
      i = end;
    } else if (c == 'y' || c == 'Y' || c == 'd' || c == 'D') day = true;
    else if (c == 'h' || c == 'H') hour = true;
    else if (c == 's' || c == 'S') second = true;
    else if (c == 'm' || c == 'M') minute_or_month = true;
    else if (c == '0' || c == '#' || c == '?' || c == 'G' || c == '@') {
      if (!second) return NumberForm::number;  // ss.000 is a time
    }
  }
  if (!hour && !second) return day || minute_or_month ? NumberForm::date : NumberForm::number;
  if (!day) return NumberForm::clock;
  return second ? NumberForm::date_time_seconds : NumberForm::date_time;
}

Result<Workbook> read_workbook(const Archive& archive, const std::string& name) {
  if (!archive.has("xl/workbook.xml") || !archive.has("xl/_rels/workbook.xml.rels"))
    return unreadable(msg("events.other_format", {{"kind", std::string("ODS/ZIP")}}), msg("events.other_format_hint"), {name});
  Workbook book;
  PARCOURS_CHECK(read_sheets(archive, name, book));
  if (book.sheets.empty()) return unreadable(msg("events.no_sheet"), std::nullopt, {name});
  PARCOURS_CHECK(read_styles(archive, name, book));
  PARCOURS_CHECK(read_texts(archive, name, book));
  return book;
}

}  // namespace parcours
