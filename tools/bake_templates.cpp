// bake_templates OUT.cpp ROOT HEADER TYPE FUNCTION FILE…: the files below ROOT as a C++ table, sorted by path: what FUNCTION of HEADER gives, a
// vector of TYPE {path, content}.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

namespace {

// String literals are limited in length by some compilers: one literal a line of the file.
void write_literal(std::ostream& out, const std::string& content) {
  std::istringstream lines(content);
  for (std::string line; std::getline(lines, line);) out << "      R\"baked(" << line << "\n)baked\"\n";
}

}  // namespace

int main(int argc, char** argv) {
  const std::string root = argv[2];
  const std::string header = argv[3], type = argv[4], function = argv[5];
  std::vector<std::string> paths(argv + 6, argv + argc);
  std::sort(paths.begin(), paths.end());
  std::ofstream out(argv[1]);
  out << "#include \"" << header << "\"\n\nnamespace parcours {\n\nconst std::vector<" << type << ">& " << function
      << "() {\n  static const std::vector<" << type << "> kFiles = {\n";
  for (const auto& path : paths) {
    std::ifstream in(path, std::ios::binary);
    std::stringstream content;
    content << in.rdbuf();
    if (!in || content.str().empty()) return std::cerr << path << " cannot be read or is empty\n", 1;
    out << "      {\"" << path.substr(root.size() + 1) << "\",\n";
    write_literal(out, content.str());
    out << "      },\n";
  }
  out << "  };\n  return kFiles;\n}\n\n}  // namespace parcours\n";
  return out.good() ? 0 : 1;
}
