#include "plan/ics.h"

#include "base/dates.h"
#include "base/digest.h"

namespace parcours {
namespace {

constexpr std::size_t kLineOctets = 75;

std::string basic(Date date) {
  std::string text = show(date);
  std::erase(text, '-');
  return text;
}

// TEXT values: what would end or split them is escaped, other control characters are dropped.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\' || c == ';' || c == ',') out += '\\', out += c;
    else if (c == '\n') out += "\\n";
    else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f) out += c;
  }
  return out;
}

class Writer {
 public:
  Writer(const JourneyMap& map, const Plan& plan, const std::string& workspace, Lang lang)
      : map_(map), plan_(plan), workspace_(workspace), lang_(lang) {}

  std::string all() {
    line("BEGIN", "VCALENDAR");
    line("VERSION", "2.0");
    line("PRODID", lang_ == Lang::fr ? "-//Parcours//Plan//FR" : "-//Parcours//Plan//EN");
    line("CALSCALE", "GREGORIAN");
    line("X-WR-CALNAME", escaped(map_.title.in(lang_)));
    for (std::size_t i = 0; i < plan_.stages.size(); ++i) {
      if (!plan_.stages[i].dates.dated()) continue;
      stage(map_.stages[i], plan_.stages[i].dates);
      for (const PlannedContent& content : plan_.stages[i].contents) work(map_.stages[i], plan_.stages[i].dates, content);
    }
    if (plan_.target) {
      begin("target", *plan_.target, *plan_.target, render(msg("plan.ics.target", {{"title", map_.title}}), lang_));
      end();
    }
    line("END", "VCALENDAR");
    return std::move(out_);
  }

 private:
  // Folded: no line is longer than 75 octets, no character is cut.
  void line(std::string_view name, const std::string& value) {
    const std::string whole = std::string(name) + ":" + value;
    std::size_t begin = 0, room = kLineOctets;
    while (whole.size() - begin > room) {
      std::size_t end = begin + room;
      while ((static_cast<unsigned char>(whole[end]) & 0xc0) == 0x80) --end;
      out_ += whole.substr(begin, end - begin) + "\r\n ";
      begin = end, room = kLineOctets - 1;
    }
    out_ += whole.substr(begin) + "\r\n";
  }

  void begin(const std::string& element, Date first, Date last, const std::string& summary) {
    line("BEGIN", "VEVENT");
    line("UID", to_hex(digest(workspace_ + "\n" + map_.id + "\n" + element)) + "@parcours");
    line("DTSTAMP", basic(plan_.as_of) + "T000000Z");
    line("DTSTART;VALUE=DATE", basic(first));
    if (const auto after = moved(last, 1)) line("DTEND;VALUE=DATE", basic(*after));  // the first day that is no longer part of it
    line("SUMMARY", escaped(summary));
    line("TRANSP", "TRANSPARENT");
  }
  void end() { line("END", "VEVENT"); }

  void stage(const Stage& stage, const StageDates& dates) {
    begin("stage/" + stage.id, *dates.from_earliest, dates.last_possible(), stage.name.in(lang_));
    std::string words;
    if (dates.from_earliest != dates.from_latest)
      words = render(msg("plan.ics.range", {{"from", day_arg(*dates.from_earliest)}, {"until", day_arg(*dates.from_latest)}}), lang_);
    if (!stage.how.empty()) words += (words.empty() ? "" : "\n") + stage.how.in(lang_);
    if (!words.empty()) line("DESCRIPTION", escaped(words));
    end();
  }

  // The days of preparation, with an alarm at nine on the morning before.
  void work(const Stage& stage, const StageDates& dates, const PlannedContent& content) {
    if (!content.work_from || *content.lead_days == 0) return;
    const std::string summary = render(msg("plan.ics.work", {{"content", stage.contents[content.index].text}}), lang_);
    begin("work/" + stage.id + "/" + std::to_string(content.index), *content.work_from, *moved(*dates.from_earliest, -1), summary);
    line("DESCRIPTION", escaped(render(msg("plan.ics.work_for", {{"stage", stage.name}, {"day", day_arg(*dates.from_earliest)}}), lang_)));
    line("BEGIN", "VALARM");
    line("ACTION", "DISPLAY");
    line("DESCRIPTION", escaped(summary));
    line("TRIGGER", "-PT15H");
    line("END", "VALARM");
    end();
  }

  const JourneyMap& map_;
  const Plan& plan_;
  const std::string& workspace_;
  Lang lang_;
  std::string out_;
};

}  // namespace

std::string to_ics(const JourneyMap& map, const Plan& plan, const std::string& workspace, Lang lang) {
  return Writer(map, plan, workspace, lang).all();
}

}  // namespace parcours
