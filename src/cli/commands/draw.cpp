#include <algorithm>

#include "cli/commands/commands.h"
#include "cli/commands/measured.h"
#include "map/mermaid.h"
#include "render/render.h"

namespace parcours {
namespace {

constexpr std::int64_t kUsualWidth = 3000, kLargestWidth = 20'000;

class DrawCommand final : public Command {
 public:
  void declare(Options& options) override {
    options.optional_argument("MAP", "draw.map", map_);
    options.value("-o,--output", "FILE", "draw.output", output_);
    options.flag("--measured", "draw.measured", measured_);
    options.value("--lanes", "LANE,…", "draw.lanes", lanes_);
    options.value("--stage", "STAGE", "draw.stage", stage_);
    options.value("--theme", "light|dark|contrast|print", "draw.theme", theme_);
    options.number("--width", "PX", "draw.width", width_);
    options.value("--by", "FIELD", "option.by", by_);
    scope_.declare(options);
  }

  Result<int> run(Session& session) override {
    PARCOURS_TRY(auto workspace, session.workspace());
    PARCOURS_TRY(const auto name, map_or_only(workspace, map_));
    PARCOURS_TRY(const auto map, usable_map(session, workspace, name));
    PARCOURS_TRY(const auto measured, measured_or_not(session, workspace, map));
    PARCOURS_TRY(const auto options, draw_options(session, workspace, map, measured));
    const std::string path = output_.value_or(map.value.id + ".svg");
    PARCOURS_TRY(const auto content, content_for(path, measured, options));
    PARCOURS_CHECK(session.doors.files.write(path, content));
    session.note(msg("cli.written", {{"path", path}}));
    return kExitFine;
  }

 private:
  Result<MeasuredMap> measured_or_not(Session& session, Workspace& workspace, const MapFile& map) {
    if (!measured_) {
      const auto has_events = workspace.has_events();  // an unmeasured map is drawn whatever the state of the store
      if (has_events.ok() && *has_events) session.note(msg("draw.has_events"));
      return measured_map(map.value, workspace.around(map).personas, workspace.settings(), std::nullopt);
    }
    PARCOURS_CHECK(must_have_events(workspace));
    MeasureRequest request;
    PARCOURS_TRY(request.scope, scope_.scope(workspace.zone()));
    request.by = by_.value_or("");
    PARCOURS_TRY(auto answer, measure(workspace, map, request));
    return std::move(answer.measured);
  }

  Result<DrawOptions> draw_options(const Session& session, const Workspace& workspace, const MapFile& map, const MeasuredMap& measured) const {
    DrawOptions options;
    options.lang = language_of(session, map);
    options.as_of = basis_text(measured, workspace.zone(), options.lang);
    const auto theme = theme_of(theme_.value_or("light"));
    if (!theme) return misuse(msg("cli.bad_option_value", {{"option", "--theme"}, {"text", *theme_}}), msg("draw.theme_hint"));
    options.theme = *theme;
    if (stage_ && !map.value.stage(*stage_)) return misuse(msg("draw.no_stage", {{"stage", *stage_}}));
    options.stage = stage_.value_or("");
    for (std::string_view rest = lanes_ ? *lanes_ : std::string_view(); !rest.empty();) {
      const auto comma = std::min(rest.find(','), rest.size());
      options.lanes.emplace_back(rest.substr(0, comma));
      rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
    const auto codes = lane_codes();
    for (const auto& lane : options.lanes)
      if (std::find(codes.begin(), codes.end(), lane) == codes.end()) return unknown_lane(lane, codes);
    return options;
  }

  static Failure unknown_lane(const std::string& lane, const std::vector<std::string>& codes) {
    std::string all;
    for (const auto& code : codes) all += (all.empty() ? "" : ", ") + code;
    return misuse(msg("draw.no_lane", {{"lane", lane}}), msg("draw.lanes_hint", {{"lanes", all}}));
  }

  Result<std::string> content_for(const std::string& path, const MeasuredMap& measured, const DrawOptions& options) const {
    const std::string form = extension_of(path);
    const std::int64_t width = width_.value_or(kUsualWidth);
    if (width < 100 || width > kLargestWidth)
      return misuse(msg("cli.bad_option_value", {{"option", "--width"}, {"text", std::to_string(width)}}), msg("draw.width_hint"));
    if (form == "svg") return to_svg(draw(measured, options));
    if (form == "png") return to_png(draw(measured, options), static_cast<int>(width));
    if (form == "pdf") return to_pdf(draw(measured, options));
    if (form == "html") return to_html(measured, options);
    if (form == "mmd") return to_mermaid(measured.map, options.lang);
    return misuse(msg("draw.unknown_form", {{"path", path}}), msg("draw.forms_hint"));
  }

  std::optional<std::string> map_, output_, lanes_, stage_, theme_, by_;
  std::optional<std::int64_t> width_;
  bool measured_ = false;
  ScopeOptions scope_;
};

}  // namespace

const CommandInfo kDraw{"draw", make_command<DrawCommand>};

}  // namespace parcours
