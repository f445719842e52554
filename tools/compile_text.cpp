// compile_text OUT.cpp FILE.txt…: reads the texts of a room and writes the catalogue as a sorted C++ table.
//
//   # a comment
//   [key.of.text]
//   fr = Le texte, sur une seule ligne
//   en = The text, on one line
//
// `\n` in a text is a line break. Every key needs both languages, once.
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <string>

namespace {

struct Entry {
  std::string fr, en, place;
};

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string::npos) return "";
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::string unescaped(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size() && text[i + 1] == 'n') out += '\n', ++i;
    else out += text[i];
  }
  return out;
}

std::string quoted(const std::string& text) {
  std::string out = "\"";
  char octal[8];
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\', out += c;
    else if (c >= ' ' && c < 0x7f) out += c;
    else std::snprintf(octal, sizeof octal, "\\%03o", static_cast<unsigned char>(c)), out += octal;
  }
  return out + "\"";
}

bool complain(const std::string& place, const std::string& what) {
  std::cerr << place << ": " << what << "\n";
  return false;
}

bool read_texts(const std::string& path, std::map<std::string, Entry>& entries) {
  std::ifstream in(path);
  if (!in) return complain(path, "cannot be read");
  std::string line;
  Entry* entry = nullptr;
  for (int number = 1; std::getline(in, line); ++number) {
    const std::string place = path + ":" + std::to_string(number);
    line = trimmed(line);
    if (line.empty() || line.front() == '#') continue;
    if (line.front() == '[' && line.back() == ']') {
      const auto [at, is_new] = entries.try_emplace(line.substr(1, line.size() - 2), Entry{"", "", place});
      if (!is_new) return complain(place, "the key " + line + " stands already at " + at->second.place);
      entry = &at->second;
      continue;
    }
    const auto equals = line.find('=');
    const std::string name = trimmed(line.substr(0, equals));
    if (!entry || equals == std::string::npos || (name != "fr" && name != "en")) return complain(place, "expected [key], fr = … or en = …");
    std::string& slot = name == "fr" ? entry->fr : entry->en;
    if (!slot.empty()) return complain(place, "a second " + name + " for one key");
    slot = unescaped(trimmed(line.substr(equals + 1)));
  }
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  std::map<std::string, Entry> entries;
  for (int i = 2; i < argc; ++i)
    if (!read_texts(argv[i], entries)) return 1;
  std::ofstream out(argv[1]);
  out << "#include \"base/text.h\"\n\nnamespace parcours {\n\nconst std::vector<CatalogueEntry>& catalogue() {\n  static const "
         "std::vector<CatalogueEntry> kEntries = {\n";
  for (const auto& [key, entry] : entries) {
    if (entry.fr.empty() || entry.en.empty()) return complain(entry.place, "[" + key + "] lacks fr or en"), 1;
    out << "      {" << quoted(key) << ", " << quoted(entry.fr) << ", " << quoted(entry.en) << "},\n";
  }
  out << "  };\n  return kEntries;\n}\n\n}  // namespace parcours\n";
  return out.good() ? 0 : 1;
}
