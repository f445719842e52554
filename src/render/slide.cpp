#include "render/slide.h"

#include <algorithm>
#include <array>

#include "render/layout/head_parts.h"
#include "render/layout/laid_lane.h"
#include "render/layout/say.h"
#include "render/layout/slide_frame.h"
#include "render/scripts.h"

namespace parcours {
namespace {

constexpr double kSlidePoints = 960;  // wide
constexpr double kTop = 26, kBottom = 22, kAirMost = 22, kAirLeast = 5;
constexpr double kRiverMore = 56;  // at most so much wider than where it fights for its place
constexpr double kSlideTitle = 26, kStageName = 15, kStagePad = 10, kPhaseRow = 20;

// Lanes in the order in which they earn a place: on the whole map, and on one stage, where the river is but a bar.
using Places = std::array<std::string_view, 15>;
constexpr Places kPlaces = {"touchpoints", "river", "emotion",   "frictions", "actions", "moves", "how",   "buyer",
                            "says",        "does",  "backstage", "wants",     "asks",    "views", "images"};
constexpr Places kStagePlaces = {"touchpoints", "frictions", "actions", "emotion", "says", "how",   "does",  "buyer",
                                 "backstage",   "river",     "moves",   "wants",   "asks", "views", "images"};

Node short_head(const Frame& frame) {
  Node node = group("head");
  Node figures = key_figures(frame);
  shift(figures, frame.right() - figures.box.w, 0);
  const double room = frame.right() - kMargin - figures.box.w - 32;
  double x = kMargin;
  if (auto mark = logo(frame)) {
    shift(*mark, kMargin, 0);
    x = mark->box.right() + 18;
    node.add(std::move(*mark));
  }
  const double width = room - (x - kMargin);
  Node title = text_block(frame.say(frame.map.map.title), x, 0, width, styled(kSlideTitle, Weight::bold, frame.colour.title), 2);
  double y = title.box.bottom() + 1;
  node.add(std::move(title));
  if (const std::string offer = frame.say(frame.map.map.offer); !offer.empty())
    y = node.add(text_block(offer, x, y, width, styled(kBody, Weight::regular, frame.colour.ink_soft), 1)).box.bottom();
  y = std::max(y, node.box.bottom());
  const auto put_under = [&](Node part) {
    shift(part, kMargin, 0);
    y = std::max(y, node.add(std::move(part)).box.bottom());
  };
  if (auto scope = scope_chip(frame, room, y + 8)) put_under(std::move(*scope));
  if (frame.options.changes || !frame.map.findings.empty()) put_under(headline(frame, room, y + 10));
  node.add(std::move(figures));
  return node;
}

// The stages in little room: the phase once for its stages, then name and when on the stage's colour.
Node short_stages(const Frame& frame) {
  Node node = group("stages");
  std::vector<Node> words;
  double tall = 0;
  for (const Column& column : frame.columns) {
    const Stage& stage = *column.stage;
    Node own = group();
    const std::string name = frame.say(stage.name.empty() ? LocalText{stage.id, {}, {}} : stage.name);
    const double width = column.w - 2 * kStagePad;
    own.add(text_block(name, column.x + kStagePad, 0, width, styled(kStageName, Weight::bold, column.tone.deep), 2));
    const std::string when = say_when(frame, stage);
    if (!when.empty())
      own.add(text_block(when, column.x + kStagePad, own.box.bottom() + 1, width, styled(kSmall, Weight::semibold, column.tone.deep), 2));
    tall = std::max(tall, own.box.bottom());
    words.push_back(std::move(own));
  }
  tall += 2 * kStagePad - 4;
  for (std::size_t i = 0; i < frame.columns.size(); ++i) {
    const Column& column = frame.columns[i];
    if (i == 0 || frame.columns[i - 1].stage->phase != column.stage->phase)
      node.add(text_block(frame.say(text("render.phase." + std::string(code_of(column.stage->phase)), frame.lang)), column.x, 0, column.w,
                          styled(kSmall, Weight::semibold, frame.colour.ink_soft), 1));
    Node stage = group("stage-" + column.stage->id, "stage");
    stage.role = "heading";
    stage.add(rect({column.x, 0, column.w, tall}, column.tone.tint, column.tone.edge(1.2), 8));
    shift(words[i], 0, kStagePad - 2);
    stage.add(std::move(words[i]));
    shift(stage, 0, kPhaseRow);
    node.add(std::move(stage));
  }
  return node;
}

struct Chosen {
  std::size_t place = 0;  // among all lanes, from top to bottom
  LaidLane laid;
};

class SlideLanes {
 public:
  SlideLanes(const Frame& frame, double room)
      : frame_(frame),
        lanes_(lanes_of(frame.map.map)),
        places_(frame.options.stage.empty() ? kPlaces : kStagePlaces),
        room_(room),
        quiet_map_(without_words(frame.map)),
        quiet_(slide_frame(quiet_map_, frame.options)) {}
  SlideLanes(const SlideLanes&) = delete;
  SlideLanes& operator=(const SlideLanes&) = delete;

  void choose() {
    for (const std::string_view code : places_)
      if (is_wanted(frame_.options, code)) try_lane(code);
    for (const Lane& lane : lanes_)
      if (lane.own && is_wanted(frame_.options, lane.code)) try_lane(lane.code);
    std::sort(chosen_.begin(), chosen_.end(), [](const Chosen& a, const Chosen& b) { return a.place < b.place; });
  }

  // Gives the river, if it is there, what lanes and foot leave over beside the air between them.
  void widen_river(double left_by_foot) {
    room_ += left_by_foot;
    const Lane& river = lane_of("river");
    const auto place = static_cast<std::size_t>(&river - lanes_.data());
    const auto at = std::find_if(chosen_.begin(), chosen_.end(), [&](const Chosen& one) { return one.place == place; });
    const double over = std::min(room_ - kAirLeast * static_cast<double>(chosen_.size()), kRiverMore);
    if (at == chosen_.end() || over <= 0) return;
    Frame wider = frame_;
    wider.river_widest += over;
    std::optional<LaneBody> body = river.draw(wider);
    if (!body) return;
    LaidLane laid = laid_lane(wider, river, std::move(*body));
    if (laid.height > room_ + at->laid.height) return;
    room_ -= laid.height - at->laid.height;
    at->laid = std::move(laid);
  }

  std::vector<Chosen>& chosen() { return chosen_; }
  double spare() const { return room_; }
  // "paths, how" in the map's language; "": all that has something to show is there.
  std::string left_out() const {
    std::string out;
    for (const std::string& name : left_out_) out += (out.empty() ? "" : ", ") + name;
    return out;
  }

 private:
  static MeasuredMap without_words(MeasuredMap map) {
    for (Stage& stage : map.map.stages)
      for (Touchpoint& touchpoint : stage.touchpoints) touchpoint.says.clear();
    return map;
  }

  const Lane& lane_of(std::string_view code) const {
    return *std::find_if(lanes_.begin(), lanes_.end(), [&](const Lane& one) { return one.code == code; });
  }

  // The curve goes without its quotes where they would cost it its place.
  void try_lane(std::string_view code) {
    const Lane& lane = lane_of(code);
    if (code == "touchpoints") return try_touchpoints(lane);
    std::optional<LaneBody> body = draw_lane(frame_, lane);
    if (!body || take(lane, std::move(*body))) return;
    std::optional<LaneBody> quiet = code == "emotion" ? lane.draw(quiet_) : std::nullopt;
    if (!quiet || !take(lane, std::move(*quiet))) left_out_.push_back(lane_title(frame_, lane));
  }

  // What a lane takes; 0: it is not drawn.
  double height_of(std::string_view code) const {
    std::optional<LaneBody> body = is_wanted(frame_.options, code) ? lane_of(code).draw(quiet_) : std::nullopt;
    return body ? laid_lane(quiet_, lane_of(code), std::move(*body)).height : 0;
  }

  // In the fullest words that leave room to the next lane (on a map the river), or to the one after it, else in fewer, as long as they fit.
  void try_touchpoints(const Lane& lane) {
    struct Words {
      int lines;
      ListFigures figures;
    };
    using enum ListFigures;
    constexpr Words kWords[] = {{3, below}, {2, below}, {2, beside}, {2, none}, {1, below}, {1, beside}, {1, none}};
    bool any = false;
    for (const std::string_view next : {places_[1], places_[2], std::string_view()}) {
      const double kept = next.empty() ? 0 : height_of(next);
      if (kept == 0 && !next.empty()) continue;
      for (const Words& words : kWords) {
        if (kept > 0 && words.lines < 2) continue;  // no other lane is worth names cut short
        std::optional<LaneBody> body = touchpoint_list(frame_, words.lines, words.figures);
        any = any || body;
        if (body && take(lane, std::move(*body), kept)) return;
      }
    }
    if (any) left_out_.push_back(lane_title(frame_, lane));
  }

  bool take(const Lane& lane, LaneBody body, double kept = 0) {
    LaidLane laid = laid_lane(frame_, lane, std::move(body));
    if (laid.height > room_ - kept) return false;
    room_ -= laid.height;
    chosen_.push_back({static_cast<std::size_t>(&lane - lanes_.data()), std::move(laid)});
    return true;
  }

  const Frame& frame_;
  const std::vector<Lane> lanes_;
  const Places& places_;
  double room_;
  MeasuredMap quiet_map_;  // the same without the customers' words
  Frame quiet_;
  std::vector<Chosen> chosen_;
  std::vector<std::string> left_out_;
};

Node slide_foot(const Frame& frame, const std::string& left_out) {
  Node node = group("footer");
  std::string words = frame.measured() ? events_basis(frame) : data_basis(frame);
  if (!left_out.empty()) words += (words.empty() ? "" : " ") + frame.say(msg("render.slide.left_out", {{"lanes", left_out}}));
  const double mark = 70;
  node.add(hairline(kMargin, 0, frame.right(), 0, frame.colour.line_soft));
  node.add(text_block(words, kMargin, 9, frame.right() - kMargin - mark - 20, styled(kSmall, Weight::regular, frame.colour.ink_soft), 3));
  node.add(text_at("Parcours", frame.right(), 21, styled(kSmall, Weight::bold, frame.colour.ink), 1));
  return node;
}

Scene slide_from_left(const MeasuredMap& map, const DrawOptions& options) {
  const Frame frame = slide_frame(map, options);
  Scene scene;
  scene.lang = options.lang, scene.width = frame.width, scene.height = frame.width * 9 / 16, scene.background = frame.colour.paper;
  scene.title = frame.say(msg("render.picture.title", {{"title", map.map.title}}));
  if (!map.findings.empty()) scene.description = frame.say(map.findings.front().sentence);
  scene.root = group("map", "parcours");
  double y = kTop;
  const auto put = [&](Node node, double after) {
    const double height = node.box.bottom();
    shift(node, 0, y);
    scene.root.add(std::move(node));
    y += height + after;
  };
  put(short_head(frame), 14);
  if (!frame.columns.empty()) put(short_stages(frame), 10);
  // What is left out is known once the lanes are chosen: the foot is given the room of its three lines.
  const double foot_room = slide_foot(frame, {}).box.h + 2 * line_height(styled(kSmall, Weight::regular, {}));
  SlideLanes fitting(frame, scene.height - kBottom - foot_room - y);
  if (!frame.columns.empty()) fitting.choose();
  Node foot = slide_foot(frame, fitting.left_out());
  fitting.widen_river(std::max(0.0, foot_room - foot.box.h));
  const double air = std::clamp(fitting.spare() / std::max<double>(1, static_cast<double>(fitting.chosen().size())), 0.0, kAirMost);
  for (Chosen& chosen : fitting.chosen()) {
    shift(chosen.laid.node, 0, y);
    scene.root.add(std::move(chosen.laid.node));
    y += chosen.laid.height + air;
  }
  shift(foot, 0, std::max(y, scene.height - kBottom - foot.box.bottom()));
  scene.root.add(std::move(foot));
  return scene;
}

}  // namespace

Scene draw_slide(const MeasuredMap& map, const DrawOptions& options) {
  Scene scene = slide_from_left(map, options);
  if (is_right_to_left(map.map)) turn(scene);
  return scene;
}

std::vector<std::string> left_out(const MeasuredMap& map, const DrawOptions& options, const Scene& slide) {
  const Frame frame = slide_frame(map, options);
  std::vector<std::string> codes;
  for (const Lane& lane : lanes_of(map.map)) {
    const auto is_it = [&](const Node& part) { return part.id == "lane-" + std::string(lane.code); };
    const bool there = std::any_of(slide.root.children.begin(), slide.root.children.end(), is_it);
    if (!there && !frame.columns.empty() && is_wanted(options, lane.code) && draw_lane(frame, lane)) codes.emplace_back(lane.code);
  }
  return codes;
}

double smallest_text_on_slide(const Scene& slide) { return kSmall * kSlidePoints / slide.width; }

}  // namespace parcours
