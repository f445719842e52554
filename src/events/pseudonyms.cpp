#include "events/pseudonyms.h"

#include <algorithm>
#include <array>

#include "base/digest.h"
#include "base/json.h"
#include "events/column_names.h"
#include "events/identity.h"

namespace parcours {
namespace {

// Words of columns that say who somebody is.
constexpr auto kTelling = std::to_array<std::string_view>(
    {"name",    "nom",    "prenom", "firstname", "lastname",  "fullname", "phone",     "telephone", "tel",       "mobile",   "portable", "address",
     "adresse", "street", "rue",    "ip",        "requester", "iban",     "birthdate", "birthday",  "naissance", "latitude", "longitude"});
// …unless they speak of a thing.
constexpr auto kThings = std::to_array<std::string_view>({"event", "product", "produit", "item", "campaign", "file", "goal", "shop", "company"});

bool has_word(std::string_view plain, std::string_view word) {
  for (std::size_t at = plain.find(word); at != std::string_view::npos; at = plain.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || plain[at - 1] == '_') && (end == plain.size() || plain[end] == '_')) return true;
  }
  return false;
}

bool is_telling(const std::string& key) {
  const std::string plain = plain_name(key);
  const auto stands = [&](std::string_view word) { return has_word(plain, word); };
  return std::any_of(kTelling.begin(), kTelling.end(), stands) && std::none_of(kThings.begin(), kThings.end(), stands);
}

class Pseudonymised final : public ImportSource {
 public:
  Pseudonymised(std::unique_ptr<ImportSource> source, std::string key) : source_(std::move(source)), key_(std::move(key)) {}

  Result<std::optional<EventBatch>> next() override {
    auto batch = source_->next();
    if (!batch.ok() || !batch->has_value()) return batch;
    EventBatch& b = **batch;
    replace(b.customer, [&](const std::string& text) { return pseudonym(text, key_); });
    for (TextColumn& link : b.links) replace(link, [&](const std::string& text) { return pseudonym(text, key_); });
    replace(b.properties, [&](const std::string& text) { return without_names(text); });
    return batch;
  }
  const std::vector<Reject>& rejects() const override { return source_->rejects(); }
  std::uint64_t rows() const override { return source_->rows(); }
  std::uint64_t skipped() const override { return source_->skipped(); }
  std::optional<double> progress() const override { return source_->progress(); }
  std::string name() const override { return source_->name(); }
  std::string format() const override { return source_->format(); }
  bool keeps_duplicates() const override { return source_->keeps_duplicates(); }
  std::vector<Diagnostic> notes() const override { return source_->notes(); }
  bool synthetic() const override { return source_->synthetic(); }

 private:
  // Each distinct text once.
  template <class Make>
  static void replace(TextColumn& column, const Make& make) {
    Dictionary made;
    std::vector<std::uint32_t> codes(column.texts.size());
    for (std::uint32_t code = 1; code < codes.size(); ++code) codes[code] = made.intern(make(column.texts.at(code)));
    for (std::uint32_t& code : column.codes) code = codes[code];
    column.texts = std::move(made);
  }

  std::string without_names(const std::string& text) const {
    const Json properties = Json::parse(text, nullptr, false);
    if (!properties.is_object()) return "";
    Json kept = Json::object();
    for (const auto& [key, value] : properties.items()) {
      if (is_telling(key)) continue;
      const bool address = value.is_string() && is_address(value.get<std::string>());
      kept[key] = address ? Json(pseudonym(value.get<std::string>(), key_)) : value;
    }
    return kept.empty() ? "" : kept.dump();
  }

  std::unique_ptr<ImportSource> source_;
  std::string key_;
};

}  // namespace

std::string pseudonym(std::string_view identity, const std::string& key) { return "p-" + to_hex(digest(identity_text(identity), key)); }

std::unique_ptr<ImportSource> pseudonymised(std::unique_ptr<ImportSource> source, std::string key) {
  return std::make_unique<Pseudonymised>(std::move(source), std::move(key));
}

}  // namespace parcours
