// bake_templates OUT.cpp ROOT HEADER TYPE FUNCTION FILE…: the files below ROOT as a C++ table, sorted by path: what FUNCTION of HEADER gives, a
// vector of TYPE {path, content}.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

namespace {

// String literals are limited in length by some compilers: one literal a line of the file, or 64 bytes of a picture.
void write_literal(std::ostream& out, const std::string& content) {
  if (content.find_first_of(std::string("\0\r", 2)) == std::string::npos) {
    std::istringstream lines(content);
    for (std::string line; std::getline(lines, line);) out << "      R\"baked(" << line << "\n)baked\"\n";
    return;
  }
  constexpr std::size_t kBytesPerLine = 64;
  for (std::size_t at = 0; at < content.size(); at += kBytesPerLine) {
    out << "      \"";
    for (const char c : content.substr(at, kBytesPerLine)) {
      const auto byte = static_cast<unsigned char>(c);
      out << '\\' << (byte >> 6) << (byte >> 3 & 7) << (byte & 7);
    }
    out << "\"\n";
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::string root = argv[2];
  const std::string header = argv[3], type = argv[4], function = argv[5];
  std::vector<std::string> paths(argv + 6, argv + argc);
  std::sort(paths.begin(), paths.end());
  std::ofstream out(argv[1]);
  out << "#include \"" << header << "\"\n\nnamespace parcours {\n\nusing namespace std::literals;\n\nconst std::vector<" << type << ">& " << function
      << "() {\n  static const std::vector<" << type << "> kFiles = {\n";
  for (const auto& path : paths) {
    std::ifstream in(path, std::ios::binary);
    std::stringstream content;
    content << in.rdbuf();
    if (!in || content.str().empty()) return std::cerr << path << " cannot be read or is empty\n", 1;
    out << "      {\"" << path.substr(root.size() + 1) << "\",\n";
    write_literal(out, content.str());
    out << "      \"\"sv},\n";
  }
  out << "  };\n  return kFiles;\n}\n\n}  // namespace parcours\n";
  return out.good() ? 0 : 1;
}
