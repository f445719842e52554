// What rests on evidence: emotions, frictions, figures typed in.
#include "map/keys.h"
#include "map/slips.h"

namespace parcours {
namespace {

using Kind = YamlNode::Kind;

template <class T>
void add_evidence(std::vector<Key<T>>& keys) {
  keys.push_back(key<T>(
      "source", [](T & t) -> auto& { return t.evidence.source; }, local_text()));
  keys.push_back(key<T>(
      "date", [](T & t) -> auto& { return t.evidence.date; }, date()));
  keys.push_back(key<T>(
      "n", [](T & t) -> auto& { return t.evidence.n; }, count()));
}

Type<Emotion> one_emotion() {
  const auto value = number(-2, 2);
  std::vector<Key<Emotion>> keys = {required(key<Emotion>("value", &Emotion::value, value))};
  add_evidence(keys);
  auto full = mapping<Emotion>("emotion", std::move(keys));
  return {either({value.shape, full.shape}), [value, full](Reader& reader, const YamlNode& node, Emotion& out) {
            return node.kind == Kind::mapping ? full.read(reader, node, out) : value.read(reader, node, out.value);
          }};
}

// {value: 1, …} is one emotion for everyone; otherwise the keys are personas.
bool is_for_everyone(const YamlTree& tree, const YamlNode& node) {
  if (node.kind != Kind::mapping) return true;
  for (const char* key : {"value", "source", "date", "n"})
    if (tree.find(node, key)) return true;
  return false;
}

// A share, a duration or a number, as the measure has it.
bool read_measured(Reader& reader, const YamlNode& node, const MeasureName& measure, double& out) {
  if (measure.unit == MeasureUnit::duration) {
    TimeMs span = 0;
    if (!duration().read(reader, node, span)) return false;
    out = static_cast<double>(span) / static_cast<double>(kSecond);
    return true;
  }
  return (measure.unit == MeasureUnit::share ? share() : number(measure.min, measure.max)).read(reader, node, out);
}

bool read_measured_as(Reader& reader, const YamlNode& name, const YamlNode& value, double& out) {
  const auto measure = measure_named(name.text);
  if (measure) return read_measured(reader, value, *measure, out);
  detail::unknown_value(reader, name, measure_names());
  return false;
}

Shape value_shape() { return either({number(-1e15, 1e15).shape, duration().shape}); }

Type<std::vector<Expectation>> expect_type() {
  return dictionary<std::vector<Expectation>>(value_shape(),
                                              [](Reader& reader, const YamlNode& name, const YamlNode& value, std::vector<Expectation>& out) {
                                                if (is_cut_by_comma(reader.tree(), value)) return complain_of_comma(reader, value);
                                                Expectation made{name.text, 0};
                                                if (read_measured_as(reader, name, value, made.value)) out.push_back(std::move(made));
                                              });
}

}  // namespace

Type<std::vector<Emotion>> emotion_type() {
  auto one = one_emotion();
  auto each =
      dictionary<std::vector<Emotion>>(one.shape, [one](Reader& reader, const YamlNode& persona, const YamlNode& value, std::vector<Emotion>& out) {
        if (!check_id(reader, persona)) return;
        reader.refer(IdKind::persona, persona);
        Emotion made;
        if (one.read(reader, value, made)) made.persona = persona.text, out.push_back(std::move(made));
      });
  return {either({one.shape, each.shape}), [one, each](Reader& reader, const YamlNode& node, std::vector<Emotion>& out) {
            if (!is_for_everyone(reader.tree(), node)) return each.read(reader, node, out);
            Emotion made;
            if (!one.read(reader, node, made)) return false;
            // A mapping without a value that can be read is no emotion of 0.
            if (node.kind == Kind::mapping && !reader.tree().find(node, "value")) return false;
            out.push_back(std::move(made));
            return true;
          }};
}

Type<std::vector<Friction>> friction_type() {
  std::vector<Key<Friction>> keys = {required(key<Friction>("id", &Friction::id, declared_id(IdKind::friction))),
                                     required(key<Friction>("text", &Friction::text, local_text())),
                                     key<Friction>("by", &Friction::by, reference(IdKind::persona))};
  add_evidence(keys);
  keys.push_back(key<Friction>("expect", &Friction::expect, expect_type()));
  return list(mapping<Friction>("friction", std::move(keys)));
}

Type<std::vector<ReportedFigure>> figures_type() {
  const Type<double> deferred = {value_shape(), [](Reader&, const YamlNode&, double&) { return false; }};
  std::vector<Key<ReportedFigure>> keys = {required(key<ReportedFigure>("measure", &ReportedFigure::measure, word())),
                                           required(key<ReportedFigure>("value", &ReportedFigure::value, deferred))};
  keys.front().shape = one_of_words(measure_names()).shape;
  add_evidence(keys);
  const auto read_value = [](Reader& reader, const YamlNode& node, ReportedFigure& figure) {
    const YamlNode* measure = reader.tree().find(node, "measure");
    const YamlNode* value = reader.tree().find(node, "value");
    if (measure && measure->kind == Kind::scalar && value && !value->is_null()) read_measured_as(reader, *measure, *value, figure.value);
    if (!figure.evidence.reported())
      reader.complain_at_handle(node, "figure-without-source", msg("map.figure_without_source"), msg("map.figure_without_source_hint"),
                                Severity::warning);
  };
  return list(mapping<ReportedFigure>("figure", std::move(keys), read_value));
}

}  // namespace parcours
