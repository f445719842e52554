#include "store/proof.h"

#include <algorithm>

#include "sql/database.h"

namespace parcours {
namespace {

constexpr std::size_t kShortestWord = 6;

bool is_word_byte(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c & 0x80); }

bool any_stands_in(std::string_view text, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(), [text](const std::string& word) { return stands_in(text, word); });
}

// Paths in the workspace of all files under `folder` ("" for all), sorted.
void add_files(const StoreContext& context, const std::string& folder, std::vector<std::string>& paths) {
  for (const std::string& name : context.files.list(join_path(context.folder.root, folder))) {
    const std::string path = join_path(folder, name), full = join_path(context.folder.root, path);
    if (path == ".git" || path.starts_with(".parcours/aside-")) continue;
    if (context.files.is_folder(full)) add_files(context, path, paths);
    else paths.push_back(path);
  }
}

// The text columns of a Parquet file in which one of the words stands.
Result<std::vector<std::string>> columns_with(const std::string& path, const std::vector<std::string>& words) {
  PARCOURS_TRY(Database database, Database::open({}));
  PARCOURS_TRY(const SqlTable described, database.query("DESCRIBE SELECT * FROM " + sql_parquet({path})));
  std::vector<std::string> found;
  for (std::size_t at = 0; at < described.rows; ++at) {
    if (described.columns[1].texts[at] != "VARCHAR") continue;
    const std::string name = sql_name(described.columns[0].texts[at]);
    std::string any;
    for (const std::string& word : words) any += (any.empty() ? "" : " OR ") + ("contains(" + name + ", " + sql_text(word) + ")");
    bool stands = false;
    PARCOURS_CHECK(
        database.stream("SELECT DISTINCT " + name + " FROM " + sql_parquet({path}) + " WHERE " + any, {}, [&](const SqlChunk& chunk) -> Outcome {
          for (const std::string_view text : chunk.columns[0].texts) stands = stands || any_stands_in(text, words);
          return Done{};
        }));
    if (stands) found.push_back(described.columns[0].texts[at]);
  }
  return found;
}

}  // namespace

bool stands_in(std::string_view text, std::string_view word) {
  for (std::size_t at = 0; (at = text.find(word, at)) != std::string_view::npos; ++at) {
    const std::size_t end = at + word.size();
    const bool begins = at == 0 || !is_word_byte(text[at - 1]) || !is_word_byte(word.front());
    const bool ends = end == text.size() || !is_word_byte(text[end]) || !is_word_byte(word.back());
    if (begins && ends) return true;
  }
  return false;
}

Result<std::vector<std::string>> mentions_of(StoreContext& context, const std::vector<std::string>& identities) {
  std::vector<std::string> words, paths, mentions;
  std::copy_if(identities.begin(), identities.end(), std::back_inserter(words),
               [](const std::string& identity) { return identity.size() >= kShortestWord; });
  if (words.empty()) return mentions;
  add_files(context, "", paths);
  for (const std::string& path : paths) {
    if (path == "catalogue.sqlite") {
      PARCOURS_TRY(const std::vector<std::string> texts, context.catalogue.all_texts());
      if (std::any_of(texts.begin(), texts.end(), [&](const std::string& text) { return any_stands_in(text, words); })) mentions.push_back(path);
      continue;
    }
    const std::string full = join_path(context.folder.root, path);
    const Result<std::string> bytes = context.files.read(full);
    if (!bytes.ok() && !context.files.exists(full)) continue;  // gone meanwhile
    if (!bytes.ok()) return bytes.failure();
    if (any_stands_in(*bytes, words)) mentions.push_back(path);
    if (extension_of(path) != "parquet") continue;
    const Result<std::vector<std::string>> columns = columns_with(full, words);
    if (!columns.ok()) continue;  // not a Parquet file after all: its bytes were read
    for (const std::string& column : *columns) mentions.push_back(path + ": " + column);
  }
  return mentions;
}

}  // namespace parcours
