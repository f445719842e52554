// The tables of keys: what a map, a persona and parcours.yaml may hold. Parser and JSON Schema both come from them.
#pragma once

#include "map/measure_names.h"
#include "map/types.h"
#include "map/views_file.h"

namespace parcours {

Type<JourneyMap> map_type();
Type<Stage> stage_type();
Type<Touchpoint> touchpoint_type();
Type<std::vector<Emotion>> emotion_type();
Type<std::vector<Friction>> friction_type();
Type<std::vector<ReportedFigure>> figures_type();
Type<std::vector<OwnLane>> own_lanes_type();
Type<std::vector<LaneTexts>> lane_texts_type();
Type<When> when_type();
Type<Persona> persona_type();
Type<WorkspaceSettings> settings_type();
Type<TeamView> view_type();
Type<TeamViews> team_views_type();
Type<std::vector<FieldCondition>> where_type();
Type<Rule> rule_type();
Type<int> version_type();
Type<std::string> picture_path();  // of a picture below the workspace
Type<std::string> map_id();        // of another map of the workspace

// What cannot be told from one key alone, once the whole map is read: leads_to, alternatives, the dates of the stages.
void check_whole_map(Reader& reader, const YamlNode& root, const JourneyMap& map);

}  // namespace parcours
