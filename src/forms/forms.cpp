#include "forms/forms.h"

#include "base/files.h"
#include "forms/cjml/cjml.h"
#include "forms/csv/csv.h"
#include "forms/mermaid/mermaid.h"
#include "forms/pptx/pptx.h"
#include "forms/xlsx/xlsx.h"

namespace parcours {
namespace {

using Text = Result<std::string>;

Text svg(const MeasuredMap& map, const FormOptions& options) { return to_svg(draw(map, options.draw)); }
Text png(const MeasuredMap& map, const FormOptions& options) { return to_png(draw(map, options.draw), options.width_px); }
Text pdf(const MeasuredMap& map, const FormOptions& options) { return to_pdf(draw(map, options.draw)); }
Text html(const MeasuredMap& map, const FormOptions& options) { return to_html(map, options.draw); }
Text mermaid(const MeasuredMap& map, const FormOptions& options) { return to_mermaid(map.map, options.draw.lang); }
Text csv(const MeasuredMap& map, const FormOptions& options) { return to_csv(map, options.excel_csv); }
Text cjml(const MeasuredMap& map, const FormOptions& options) { return to_cjml(map, options.draw.lang); }
Text xlsx(const MeasuredMap& map, const FormOptions& options) { return to_xlsx(map, options.draw); }
Text pptx(const MeasuredMap& map, const FormOptions& options) { return to_pptx(map, options.draw, options.day); }

}  // namespace

const std::vector<Form>& forms() {
  static const std::vector<Form> kForms = {
      {"svg", svg},
      {"png", png},
      {"pdf", pdf},
      {"html", html},
      {"mmd", mermaid, read_mermaid, lost_in_mermaid},
      {"csv", csv, read_csv_map},
      {"xml", cjml, read_cjml},
      {"xlsx", xlsx},
      {"pptx", pptx},
  };
  return kForms;
}

const Form* form_of(std::string_view path) {
  const std::string ending = extension_of(path);
  for (const Form& form : forms())
    if (form.ending == ending) return &form;
  return nullptr;
}

std::string written_endings() {
  std::string out;
  for (const Form& form : forms())
    if (form.write) out += (out.empty() ? "." : " .") + std::string(form.ending);
  return out;
}

std::string read_endings() {
  std::string out;
  for (const Form& form : forms())
    if (form.read) out += (out.empty() ? "." : " .") + std::string(form.ending);
  return out;
}

}  // namespace parcours
