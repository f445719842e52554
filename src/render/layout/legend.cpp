// On every picture: what the strokes, signs and colours of this very picture mean; nothing that is not on it.
#include <algorithm>
#include <set>

#include "base/letters.h"
#include "base/number.h"
#include "overlay/scope_words.h"
#include "render/icons.h"
#include "render/layout/card.h"
#include "render/layout/emotion.h"
#include "render/layout/frictions.h"
#include "render/layout/lane.h"

namespace parcours {
namespace {

constexpr double kRow = 24, kSampleGap = 8, kItemGap = 26;

struct Entry {
  Node sample;  // from (0, 0), middle at y = 8
  double width = 0;
  std::string text;
};

Entry line_entry(const Frame& frame, const Message& text, Stroke stroke, bool with_band) {
  Node sample = group();
  if (with_band) sample.add(rect({0, 3, 30, 10}, frame.colour.measured.faded(0.15), {}, 5));
  Path path;
  path.move(1, 8).line(29, 8);
  sample.add(shape(std::move(path), {}, std::move(stroke)));
  return {std::move(sample), 30, frame.say(text)};
}

Entry swatch(const Frame& frame, const Message& text, Colour colour) {
  Node sample = group();
  sample.add(rect({0, 2, 12, 12}, colour, {}, 3));
  return {std::move(sample), 12, frame.say(text)};
}

struct Facts {
  bool customer = false, company = false, out_of_sight = false, moment = false, opens = false, goal = false;
  bool contradicted = false, lost = false, stopped = false, open = false;
};

Facts facts_of(const Frame& frame) {
  Facts facts;
  for (const Column& column : frame.columns) {
    for (const Touchpoint& touchpoint : column.stage->touchpoints) {
      facts.customer |= touchpoint.starts == Initiator::customer, facts.company |= touchpoint.starts == Initiator::company;
      facts.out_of_sight |= touchpoint.out_of_sight, facts.moment |= touchpoint.moment_of_truth.has_value();
      facts.goal |= touchpoint.id == frame.map.map.goal;
      facts.opens |= !touchpoint.opens.empty();
    }
    facts.opens |= !column.stage->opens.empty();
    if (!column.figures) continue;
    const bool after = column.stage->phase == Phase::after;
    facts.lost |= !after && column.figures->river_lost > 0, facts.stopped |= after && column.figures->river_lost > 0;
    facts.open |= column.figures->river_open > 0;
  }
  for (const FrictionView& friction : frame.map.frictions) facts.contradicted |= friction.verdict == Verdict::contradicted;
  return facts;
}

void add_signs(const Frame& frame, const Facts& facts, std::vector<Entry>& entries) {
  const Tone& tone = frame.colour.stages.back();
  const auto sign = [&](Initiator starts, const Message& text) {
    Node sample = group();
    sample.add(starter_sign(frame, starts, starts == Initiator::customer ? "user-round" : "megaphone", tone, 0, -1, 18));
    entries.push_back({std::move(sample), 18, frame.say(text)});
  };
  if (facts.customer) sign(Initiator::customer, msg("render.legend.customer"));
  if (facts.company) sign(Initiator::company, msg("render.legend.company"));
  if (facts.out_of_sight) {
    Node sample = group();
    sample.add(rect({0.5, 2, 22, 12}, {}, {frame.colour.ink_faint, 1, {4, 3.5}, false}, 4));
    entries.push_back({std::move(sample), 23, frame.say(msg("render.legend.out_of_sight"))});
  }
  if (facts.moment) {
    Node sample = group();
    sample.add(diamond(7, 8, 6.5, tone.deep));
    entries.push_back({std::move(sample), 14, frame.say(msg("render.legend.truth_moment"))});
  }
  if (facts.opens) {
    Node sample = group();
    sample.add(shape(Path::circle(8, 8, 8), frame.colour.card, {tone.deep, 1.2, {}, false}));
    sample.add(icon("layers", 3, 3, 10, tone.deep, 1.2));
    entries.push_back({std::move(sample), 16, frame.say(msg("render.legend.opens"))});
  }
  if (facts.goal) {
    Node sample = group();
    sample.add(shape(Path::circle(8, 8, 8), tone.deep));
    sample.add(icon("flag", 3.5, 3.5, 9, frame.colour.on_deep, 1.2));
    entries.push_back({std::move(sample), 16, frame.say(msg("render.legend.goal"))});
  }
}

// What a friction rests on, as its card looks.
void add_frictions(const Frame& frame, std::vector<Entry>& entries) {
  std::set<FrictionLook> seen;
  for (const Column& column : frame.columns)
    for (const Touchpoint& touchpoint : column.stage->touchpoints)
      for (const Friction& friction : touchpoint.frictions) seen.insert(look_of(frame, *column.stage, friction));
  const auto card = [&](const Message& text, Paint fill, Stroke stroke) {
    Node sample = group();
    sample.add(rect({0.5, 2, 22, 12}, std::move(fill), std::move(stroke), 4));
    entries.push_back({std::move(sample), 23, frame.say(text)});
  };
  const Stroke quiet{frame.colour.quiet.deep.faded(0.5), 0.8, {}, false};
  if (seen.contains(FrictionLook::measured))
    card(msg("render.legend.friction.measured"), frame.colour.loss.tint, {frame.colour.loss.deep.faded(0.5), 0.8, {}, false});
  if (seen.contains(FrictionLook::measured_after_goal)) card(msg("render.legend.friction.after"), frame.colour.quiet.tint, quiet);
  else if (seen.contains(FrictionLook::reported) || seen.contains(FrictionLook::contradicted))
    card(msg("render.legend.friction.reported"), frame.colour.quiet.tint, quiet);
  if (seen.contains(FrictionLook::assumed)) card(msg("render.legend.friction.assumed"), {}, {frame.colour.ink_faint, 1, {4, 3.5}, false});
}

// The channels met on the picture, each with its icon, in their order.
void add_channels(const Frame& frame, std::vector<Entry>& entries) {
  std::set<std::string> seen;
  for (const Column& column : frame.columns)
    for (const Touchpoint& touchpoint : column.stage->touchpoints) {
      if (touchpoint.channel.empty() || !seen.insert(touchpoint.channel).second) continue;
      const ChannelInfo channel = frame.channel(touchpoint.channel);
      Node sample = group();
      sample.add(icon(icon_or_neutral(channel.icon), 0, 0.5, 15, frame.colour.ink_soft, 1.3));
      const std::string name = frame.say(channel.name);
      entries.push_back({std::move(sample), 15, break_text(name, styled(kSmall, Weight::regular, {}), 190, 1).lines.front().text});
    }
}

std::vector<Entry> entries_of(const Frame& frame, const std::vector<std::string_view>& drawn) {
  const auto has = [&](std::string_view code) { return std::find(drawn.begin(), drawn.end(), code) != drawn.end(); };
  const Facts facts = facts_of(frame);
  std::vector<Entry> entries;
  entries.push_back(line_entry(frame, frame.map.of_today() ? msg("render.legend.measured_of_today") : msg("render.legend.measured"),
                               truth_stroke(Truth::measured, frame.colour.measured), true));
  entries.push_back(line_entry(frame, msg("render.legend.reported"), truth_stroke(Truth::reported, frame.colour.ink_soft), false));
  entries.push_back(line_entry(frame, msg("render.legend.assumed"), truth_stroke(Truth::assumed, frame.colour.ink_soft), false));
  if (facts.contradicted && has("frictions")) entries.push_back(swatch(frame, msg("render.legend.contradicted"), frame.colour.quiet_mark));
  if (has("frictions")) add_frictions(frame, entries);
  add_signs(frame, facts, entries);
  if (has("river")) {
    Node sample = group();
    sample.add(rect({0, 3, 26, 10}, frame.colour.river.front(), {}, 0));
    entries.push_back({std::move(sample), 26, frame.say(msg("render.legend.river"))});
    if (facts.lost) entries.push_back(swatch(frame, msg("render.legend.lost"), frame.colour.loss_mark));
    if (facts.stopped) entries.push_back(swatch(frame, msg("render.legend.stopped"), frame.colour.quiet_mark));
    if (facts.open) entries.push_back(swatch(frame, msg("render.legend.open"), frame.colour.measured));
  }
  if (has("touchpoints") && !frame.map.worst_touchpoint.empty() && frame.column_of(frame.map.worst_touchpoint)) {
    Node sample = group();
    sample.add(rect({1, 1.5, 22, 13}, {}, {frame.colour.loss_mark, 2, {}, false}, 4));
    entries.push_back({std::move(sample), 24, frame.say(msg("render.legend.worst"))});
  }
  if (frame.measured()) {
    Node sample = group();
    sample.add(rect({0.5, 2, 24, 12}, {}, {frame.colour.quiet.deep.faded(0.55), 1, {2.5, 2.5}, false}, 6));
    entries.push_back({std::move(sample), 25, frame.say(msg("render.legend.weak"))});
    if (has("river")) entries.push_back({group(), 0, frame.say(msg("render.legend.river_share"))});
    if (has("touchpoints")) entries.push_back({group(), 0, frame.say(msg("render.legend.drop_off"))});
  }
  return entries;
}

// The entries from left to right, row under row, from `y` on; gives the last row's.
double add_rows(const Frame& frame, std::vector<Entry> entries, double y, Node& node) {
  const double left = kMargin + kGutter;
  double x = left;
  const TextStyle style = styled(kSmall, Weight::regular, frame.colour.ink_soft);
  for (Entry& entry : entries) {
    const double width = entry.width + kSampleGap + text_width(entry.text, style);
    if (x + width > frame.right() && x > left) x = left, y += kRow;
    Node item = group({}, "legend-item");
    item.role = "listitem";
    shift(entry.sample, x, y);
    item.add(std::move(entry.sample));
    item.add(text_at(entry.text, x + entry.width + kSampleGap, y + 12, style));
    node.add(std::move(item));
    x += width + kItemGap;
  }
  return y;
}

}  // namespace

std::string narrowed_to(const Frame& frame) { return frame.say(with_capital(scope_words(frame.map, frame.lang))); }

std::string events_basis(const Frame& frame) {
  const MeasureAnswer& answer = *frame.map.figures;
  std::string out = frame.say(frame.options.as_of) + ".";  // names what they are narrowed to
  if (frame.options.as_of.empty()) {
    out = frame.say(msg("render.footer.measured", {{"customers", answer.all.customers}, {"events", answer.basis.events}}));
    if (const std::string scope = narrowed_to(frame); !scope.empty()) out += " " + scope + ".";
  }
  if (answer.basis.synthetic) out = frame.say(msg("render.footer.synthetic")) + " " + out;
  return out;
}

std::string data_basis(const Frame& frame) {
  if (!frame.measured()) return frame.say(msg("render.footer.unmeasured"));
  std::string out = events_basis(frame);
  if (frame.map.figures->basis.timed) {
    const std::string span = show_duration(static_cast<double>(silence_of(frame.map)) / 1000, frame.lang);
    const bool has_goal = !frame.map.map.goal.empty();
    out += " " + frame.say(has_goal ? msg("render.footer.closed", {{"span", span}}) : msg("render.footer.closed_by_silence", {{"span", span}}));
  }
  return out + " " + frame.say(msg("render.footer.how"));
}

Node legend(const Frame& frame, const std::vector<std::string_view>& drawn_lanes) {
  Node node = group("legend", "legend");
  node.role = "list";
  node.add(text_at(frame.say(msg("render.legend")), kMargin, 12, styled(kBody, Weight::semibold, frame.colour.ink)));
  const double end = add_rows(frame, entries_of(frame, drawn_lanes), 0, node);
  std::vector<Entry> channels;
  if (std::find(drawn_lanes.begin(), drawn_lanes.end(), "touchpoints") != drawn_lanes.end()) add_channels(frame, channels);
  if (!channels.empty()) add_rows(frame, std::move(channels), end + kRow, node);
  return node;
}

Node footer(const Frame& frame, const std::string& basis) {
  Node node = group("footer", "footer");
  const TextStyle mark_style = styled(kBody, Weight::bold, frame.colour.ink);
  const std::string own = frame.say(frame.map.settings.brand.name);
  const std::string brand = own.empty() ? "Parcours" : break_text(own, mark_style, 260, 1).lines.front().text + " · Parcours";
  const double room = frame.right() - kMargin - text_width(brand, mark_style) - 40;
  node.add(text_block(basis, kMargin, 0, room, styled(kSmall, Weight::regular, frame.colour.ink_soft), 4));
  node.add(text_at(brand, frame.right(), 12, mark_style, 1));
  return node;
}

}  // namespace parcours
