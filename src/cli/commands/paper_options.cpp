#include "cli/commands/paper_options.h"

#include "base/number.h"

namespace parcours {
namespace {

void note_small_text(Session& session, const Scene& drawn, const Sheet& sheet, const std::string& paper, bool is_map) {
  const std::string larger = legible_sheet(drawn), points = show_number(smallest_text(drawn, sheet), session.lang);
  if (larger.empty()) return session.note(msg(is_map ? "draw.small_text_split" : "draw.small_text", {{"points", points}, {"paper", paper}}));
  session.note(msg(is_map ? "draw.small_text_split_or" : "draw.small_text_or", {{"points", points}, {"paper", paper}, {"larger", larger}}));
}

constexpr double kWorthTurning = 1.15;

// A tall picture leaves much of a sheet that lies on its side empty.
void note_turning(Session& session, const Scene& drawn, const Sheet& lying, const std::string& paper) {
  const auto upright = sheet_of(paper, Turned::portrait);
  const double now = smallest_text(drawn, lying), then = upright ? smallest_text(drawn, *upright) : 0;
  if (then < kWorthTurning * now) return;
  session.note(msg("draw.upright", {{"points", show_number(now, session.lang)}, {"paper", paper}, {"more", show_number(then, session.lang)}}));
}

}  // namespace

void PaperOptions::declare(Options& options) {
  options.value("--paper", "A4|A3|A2|A1|A0", "draw.paper", paper);
  options.flag("--portrait", "draw.portrait", portrait);
  options.flag("--split", "draw.split", split);
}

Result<std::string> PaperOptions::pdf(Session& session, const Scene& drawn, const MeasuredMap& measured, const DrawOptions& draw, bool is_map) const {
  if (!paper && !split) return to_pdf(drawn);
  const std::string size = paper.value_or("A4");
  const auto sheet = sheet_of(size, portrait ? Turned::portrait : Turned::landscape);
  if (!sheet) return misuse(msg("cli.bad_option_value", {{"option", "--paper"}, {"text", size}}), msg("draw.paper_hint"));
  if (split && !is_map) return misuse(msg("draw.split_is_map"));
  if (split) return to_pdf(draw_pages(measured, draw, *sheet), *sheet);
  if (smallest_text(drawn, *sheet) < kLeastLegible) note_small_text(session, drawn, *sheet, size, is_map);
  else if (!portrait) note_turning(session, drawn, *sheet, size);
  return to_pdf(drawn, *sheet);
}

}  // namespace parcours
