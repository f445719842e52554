#include <algorithm>
#include <cmath>

#include "app/opened.h"
#include "base/number.h"
#include "cli/commands/commands.h"
#include "cli/commands/draw_persona.h"
#include "cli/commands/draw_several.h"
#include "cli/commands/measured.h"
#include "cli/commands/paper_options.h"
#include "cli/page_forms.h"
#include "forms/forms.h"
#include "render/changes.h"
#include "render/render.h"
#include "render/scripts.h"
#include "render/slide.h"
#include "render/views.h"

namespace parcours {
namespace {

constexpr int kPictureWidth = 3000;

class DrawCommand final : public Command {
 public:
  void declare(Options& options) override {
    options.optional_argument("MAP", "draw.map", map_);
    options.value("-o,--output", "FILE", "draw.output", output_);
    options.flag("--measured", "draw.measured", measured_);
    options.value("--lanes", "LANE,…", "draw.lanes", lanes_);
    options.value("--stage", "STAGE", "draw.stage", stage_);
    options.flag("--wide", "draw.wide", wide_);
    options.value("--theme", "light|dark|contrast|print", "draw.theme", theme_);
    options.value("--against", "MAP", "draw.against", against_);
    options.value("--as", "map|slide|diff|personas|actions|views|overview|persona|stakeholders|impact", "draw.as", as_);
    options.value("--persona", "ID", "draw.persona", persona_);
    options.flag("--with-maps", "draw.with_maps", with_maps_);
    options.flag("--personas", "draw.personas", personas_);
    options.flag("--actions", "draw.actions", actions_);
    options.flag("--views", "draw.views", views_);
    options.flag("--slide", "draw.slide", slide_);
    paper_.declare(options);
    options.number("--width", "PX", "draw.width", width_);
    options.flag("--excel", "draw.excel", excel_);
    options.value("--by", "FIELD", "draw.by", by_);
    scope_.declare(options);
  }

  Result<int> run(Session& session) override {
    PARCOURS_TRY(auto workspace, session.workspace());
    PARCOURS_TRY(const std::string page, chosen_page());
    PARCOURS_CHECK(figures_mean_something(page));
    const UseFont font(brand_font_of(session, workspace));
    if (is_several_page(page)) return several(session, workspace, page);
    slide_ = page == "slide", personas_ = page == "personas", actions_ = page == "actions", views_ = page == "views";
    PARCOURS_TRY(const auto name, map_or_only(workspace, map_));
    PARCOURS_TRY(auto map, usable_map(session, workspace, name));
    std::optional<MapFile> older;
    if (against_) { PARCOURS_TRY(older, older_map(session, map)); }
    PARCOURS_TRY(auto measured, measured_if_asked(session, workspace, map));
    if (lives_one()) { PARCOURS_TRY(measured, lived_by_persona(measured, *persona_)); }
    day_ = workspace.zone().date(session.doors.clock.now());
    PARCOURS_TRY(auto options, draw_options(session, workspace, map, measured));
    if (older) {
      auto compared = compare_maps(measured, older->value, options.lang);
      measured = std::move(compared.map), options.changes = std::move(compared.changes);
    }
    PARCOURS_CHECK(count_personas(workspace, map, measured, options));
    const std::string path = output_.value_or(map.value.id + (lives_one() ? "-" + *persona_ : "") + page_name() + ".svg");
    PARCOURS_TRY(const auto content, content_for(session, path, measured, options));
    PARCOURS_CHECK(session.keep(path, content));
    return kExitFine;
  }

 private:
  const char* page_name() const {
    return slide_ ? "-slide" : personas_ ? "-personas" : actions_ ? "-actions" : views_ ? "-views" : against_ ? "-diff" : "";
  }

  // MAP as that persona goes through it; without MAP, or --as persona: the persona across all maps.
  bool lives_one() const { return persona_ && map_ && !(as_ && is_several_page(*as_)); }

  bool is_page() const { return slide_ || personas_ || actions_ || views_; }  // another picture than the map itself

  // What `map` is compared with. Of a current and a target map the target is drawn, whichever was named first.
  Result<MapFile> older_map(Session& session, MapFile& map) const {
    PARCOURS_TRY(auto other, map_or_file(session, *against_));
    const auto errors =
        std::count_if(other.diagnostics.begin(), other.diagnostics.end(), [](const auto& d) { return d.severity == Severity::error; });
    if (!other.usable()) return misuse(msg("cli.unusable_map", {{"file", *against_}, {"n", static_cast<std::int64_t>(errors)}}));
    if (map.value.state == MapState::current && other.value.state == MapState::target) std::swap(map, other);
    return other;
  }

  // `--personas`, `--actions`, `--views`, `--persona ID` and `--against MAP` are short for `--as`.
  Result<std::string> chosen_page() const {
    std::vector<std::string> asked;
    if (as_) asked.push_back(*as_);
    if (slide_) asked.push_back("slide");
    if (personas_) asked.push_back("personas");
    if (actions_) asked.push_back("actions");
    if (views_) asked.push_back("views");
    if (persona_ && as_ != "persona" && !lives_one()) asked.push_back("persona");
    if (against_ && as_ != "diff") asked.push_back("diff");
    if (asked.size() > 1) return misuse(msg("draw.one_page"));
    const std::string page = asked.empty() ? "map" : asked.front();
    const bool known =
        page == "map" || page == "slide" || page == "diff" || page == "personas" || page == "actions" || page == "views" || is_several_page(page);
    if (!known) return misuse(msg("cli.bad_option_value", {{"option", "--as"}, {"text", page}}), msg("draw.as_hint"));
    if (page == "persona" && !persona_) return misuse(msg("draw.which_persona"), msg("draw.which_persona_hint"));
    if (wide_ && page != "map" && page != "diff") return misuse(msg("draw.wide_is_map"));
    if (page == "diff" && !against_) return misuse(msg("draw.which_against"), msg("draw.which_against_hint"));
    if (page == "diff" && (measured_ || by_ || paper_.split || lives_one())) return misuse(msg("draw.not_of_diff"));
    if (with_maps_ && !is_several_page(page)) return misuse(msg("draw.with_maps_page"), msg("draw.as_hint"));
    return page;
  }

  // Options that narrow or break down figures need some; a breakdown belongs to the map: its sentence says for whom it is worst, its report has the
  // rows.
  Outcome figures_mean_something(const std::string& page) const {
    if (!measured_ && (by_ || !scope_.first_given().empty()))
      return misuse(msg("cli.needs_option", {{"option", by_ ? "--by" : scope_.first_given()}, {"other", "--measured"}}));
    if (by_ && page != "map") return misuse(msg("draw.not_of_page", {{"page", page}}));
    return Done{};
  }

  Result<int> several(Session& session, Workspace& workspace, const std::string& page) const {
    if (lanes_ || stage_ || paper_.given() || excel_ || by_) return misuse(msg("draw.not_of_page", {{"page", page}}));
    SeveralRequest request{page, map_, persona_.value_or(""), output_, measured_, with_maps_, {theme_, width_}, {}};
    PARCOURS_TRY(request.scope, scope_.scope(workspace));
    if (!scope_.inactivity) request.scope.inactivity.reset();  // every map has its own
    return draw_several(session, workspace, request);
  }

  Result<MeasuredMap> measured_if_asked(Session& session, Workspace& workspace, const MapFile& map) {
    if (!measured_) {
      const auto has_events = workspace.has_events();  // an unmeasured map is drawn whatever the state of the store
      if (has_events.ok() && *has_events && !against_) session.note(msg("draw.has_events"));
      return unmeasured(workspace, map);
    }
    PARCOURS_CHECK(must_have_events(workspace));
    MeasureRequest request;
    PARCOURS_TRY(request.scope, scope_.scope(workspace, &map.value));
    if (lives_one()) narrow_to_persona(request.scope, workspace, *persona_);
    request.by = by_.value_or("");
    PARCOURS_TRY(auto answer, measure(workspace, map, request));
    return std::move(answer.measured);
  }

  Result<DrawOptions> draw_options(Session& session, const Workspace& workspace, const MapFile& map, const MeasuredMap& measured) const {
    DrawOptions options;
    options.lang = language_of(session, map);
    options.pictures = pictures_of(session, workspace, map);
    options.as_of = basis_text(measured, workspace.zone(), options.lang);
    options.opened = opened_maps(workspace, map.value);
    PARCOURS_TRY(options.theme, theme_value(theme_));
    if (stage_ && !map.value.stage(*stage_)) return misuse(msg("draw.no_stage", {{"stage", *stage_}}));
    options.stage = stage_.value_or("");
    options.wide = wide_;
    for (std::string_view rest = lanes_ ? *lanes_ : std::string_view(); !rest.empty();) {
      const auto comma = std::min(rest.find(','), rest.size());
      options.lanes.emplace_back(rest.substr(0, comma));
      rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
    const auto codes = lane_codes(map.value);
    for (const auto& lane : options.lanes)
      if (std::find(codes.begin(), codes.end(), lane) == codes.end()) return unknown_lane(lane, codes);
    return options;
  }

  static Failure unknown_lane(const std::string& lane, const std::vector<std::string>& codes) {
    std::string all;
    for (const auto& code : codes)
      if (!code.starts_with("no-")) all += (all.empty() ? "" : ", ") + code;
    return misuse(msg("draw.no_lane", {{"lane", lane}}), msg("draw.lanes_hint", {{"lanes", all}}));
  }

  Scene scene(Session& session, const MeasuredMap& measured, const DrawOptions& options) const {
    Scene drawn = slide_      ? draw_slide(measured, options)
                  : personas_ ? draw_personas(measured, options)
                  : actions_  ? draw_actions(measured, options)
                  : views_    ? draw_views(measured, options)
                              : draw(measured, options);
    std::string packages;
    for (const std::string& package : missing_font_packages(drawn)) packages += (packages.empty() ? "" : " ") + package;
    if (!packages.empty()) session.note(msg("draw.missing_fonts", {{"packages", packages}}));
    return drawn;
  }

  // What found no room on a slide, and how small its text is: at the foot of the picture, and here.
  void tell_of_slide(Session& session, const std::string& path, const MeasuredMap& measured, const DrawOptions& options, const Scene& drawn) const {
    const std::vector<std::string> out = left_out(measured, options, drawn);
    const double points = std::round(smallest_text_on_slide(drawn) * 10) / 10;
    if (session.json) return session.print({{"version", 1}, {"file", path}, {"left_out", out}, {"smallest_text_pt", points}});
    std::string names;
    for (const std::string& code : out) names += (names.empty() ? "" : ", ") + lane_name(measured.map, code, session.lang);
    if (!names.empty()) session.note(msg("draw.slide_left_out", {{"lanes", names}}));
    session.note(msg("draw.slide_text", {{"points", show_number(points, session.lang)}}));
  }

  // How many of the measured customers fit each persona's segment.
  Outcome count_personas(Workspace& workspace, const MapFile& map, const MeasuredMap& measured, DrawOptions& options) const {
    if (!personas_ || !measured.figures) return Done{};
    for (const Persona& persona : measured.personas) {
      if (persona.segment.empty()) continue;
      MeasureRequest request;
      PARCOURS_TRY(request.scope, scope_.scope(workspace, &map.value));
      request.scope.where.insert(request.scope.where.end(), persona.segment.begin(), persona.segment.end());
      PARCOURS_TRY(const auto answer, measure(workspace, map, request));
      if (answer.measured.figures) options.persona_customers[persona.id] = answer.measured.figures->all.customers;
    }
    return Done{};
  }

  // A wide picture in no fewer pixels than it can be read in.
  int pixels_for(const Scene& drawn, int usual) const { return wide_ ? std::clamp(static_cast<int>(drawn.width), usual, kLargestWidth) : usual; }

  Result<std::string> content_for(Session& session, const std::string& path, const MeasuredMap& measured, const DrawOptions& options) const {
    const std::string form = extension_of(path);
    PARCOURS_TRY(const int width, width_value(width_, slide_ ? kSlidePixels : kPictureWidth));
    if (paper_.given() && form != "pdf") return misuse(msg("draw.paper_is_pdf", {{"path", path}}));
    if (form == "svg" || form == "png" || form == "pdf") {
      const Scene drawn = scene(session, measured, options);
      if (slide_) tell_of_slide(session, path, measured, options, drawn);
      if (form == "pdf") return paper_.pdf(session, drawn, measured, options, !is_page());
      return form == "svg" ? to_svg(drawn) : to_png(drawn, width_ ? width : pixels_for(drawn, width));
    }
    if (wide_ && form != "html") return misuse(msg("draw.wide_is_picture", {{"path", path}}));
    if (is_page() && !slide_ && form == "html")
      return personas_ ? personas_to_html(measured, options) : actions_ ? actions_to_html(measured, options) : views_to_html(measured, options);
    if (slide_) return misuse(msg("draw.page_forms", {{"path", path}}), msg("draw.slide_forms_hint"));
    if (is_page() || (against_ && form != "html")) return misuse(msg("draw.page_forms", {{"path", path}}), msg("draw.page_forms_hint"));
    const Form* other = form_of(path);
    if (!other || !other->write) return misuse(msg("draw.unknown_form", {{"path", path}}), msg("draw.forms_hint", {{"endings", written_endings()}}));
    for (const Message& lost : other->lost ? other->lost(measured.map) : std::vector<Message>()) session.note(lost);
    return other->write(measured, {options, width, excel_, day_});
  }

  std::optional<std::string> map_, output_, lanes_, stage_, theme_, by_, as_, persona_, against_;
  std::optional<std::int64_t> width_;
  Date day_;  // today
  bool measured_ = false, wide_ = false, with_maps_ = false, slide_ = false, personas_ = false, actions_ = false, views_ = false, excel_ = false;
  PaperOptions paper_;
  ScopeOptions scope_;
};

}  // namespace

const CommandInfo kDraw{"draw", make_command<DrawCommand>};

}  // namespace parcours
