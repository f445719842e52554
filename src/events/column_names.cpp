#include "events/column_names.h"

#include <algorithm>
#include <array>
#include <span>

#include "base/fold.h"

namespace parcours {
namespace {

using Names = std::span<const std::string_view>;

// clang-format off
// Best first.
constexpr std::string_view kCustomer[] = {
    "customer_id", "customer", "client_id", "id_client", "client", "user_id", "user", "id_utilisateur", "utilisateur", "id_user", "id_customer", "customerid", "userid", "clientid",
    "code_client", "numero_client", "num_client", "no_client", "n_client", "client_no", "customer_no", "customer_number", "customer_key", "customer_ref", "ref_client",
    "case_concept_name", "case_id", "caseid", "case", "id_dossier", "dossier", "distinct_id", "person_id", "personne", "person", "profile_id", "member_id", "membre", "id_membre", "adherent", "id_adherent",
    "abonne", "id_abonne", "subscriber_id", "contact_id", "id_contact", "contact", "buyer_id", "buyer", "acheteur", "shopper_id", "visitor_id", "visitor", "id_visiteur", "visiteur", "visitorid", "fullvisitorid", "user_pseudo_id",
    "anonymous_id", "account_id", "account", "id_compte", "compte", "loyalty_card", "carte_fidelite", "no_carte", "carte", "email", "e_mail", "mail", "courriel", "adresse_email", "adresse_e_mail", "adresse_mail", "customer_email", "user_email", "email_client", "uid", "cookie_id", "device_id", "patient_id", "guest_id", "identifiant"};
constexpr std::string_view kTime[] = {
    "timestamp", "event_time", "event_timestamp", "time_timestamp", "datetime", "date_time", "event_datetime", "event_date", "horodatage", "horodate", "date_heure", "date_et_heure", "date_evenement", "date_de_l_evenement", "occurred_at",
    "created_at", "time", "ts", "date", "order_date", "date_commande", "date_de_commande", "purchase_date", "date_achat", "date_d_achat", "invoice_date", "invoicedate", "date_facture", "transaction_date", "date_transaction", "order_time", "server_time",
    "received_at", "sent_at", "started_at", "start_time", "complete_time", "jour", "day", "quand", "when", "moment", "visit_date", "date_visite", "hour", "heure"};
constexpr std::string_view kClock[] = {"heure", "time", "hour", "event_hour", "heure_evenement", "time_of_day", "heure_commande", "heure_achat"};
constexpr std::string_view kEvent[] = {
    "event", "event_name", "evenement", "nom_evenement", "nom_de_l_evenement", "event_type", "type_evenement", "type_d_evenement", "eventname", "activity", "activite", "concept_name", "action", "activity_name", "action_name", "interaction", "type_interaction", "touchpoint", "point_de_contact",
    "step", "etape", "what", "quoi", "event_action", "libelle_evenement", "name", "nom", "libelle", "type", "operation", "status", "statut", "page", "page_name"};
constexpr std::string_view kChannel[] = {
    "channel", "canal", "contact_channel", "canal_contact", "canal_de_contact", "touchpoint_channel", "case_channel", "event_channel", "canal_evenement", "interaction_channel", "canal_interaction", "sales_channel", "canal_vente", "canal_de_vente", "order_channel", "canal_commande", "point_de_vente"};
constexpr std::string_view kSource[] = {
    "source", "acquisition_channel", "canal_acquisition", "canal_d_acquisition", "acquisition_source", "source_acquisition", "source_d_acquisition", "utm_source", "traffic_source", "source_trafic", "source_de_trafic", "marketing_channel", "canal_marketing", "traffic_channel", "channel_grouping", "channel_group",
    "default_channel_group", "session_source", "first_source", "last_source", "lead_source", "referrer_source", "provenance", "origine", "origin", "campaign_source", "utm_campaign", "campaign", "campagne", "utm_medium", "referrer", "referer"};
constexpr std::string_view kValue[] = {
    "value", "valeur", "amount", "montant", "revenue", "event_value", "order_value", "order_total", "order_amount", "total_amount", "montant_total", "montant_ttc", "total_ttc", "montant_commande", "valeur_commande", "basket_value", "cart_value", "montant_panier", "purchase_value", "transaction_value",
    "transaction_revenue", "montant_euros", "amount_eur", "montant_eur", "chiffre_d_affaires", "chiffre_affaires", "ca", "ca_ttc", "sales", "turnover", "total", "total_price", "prix_total", "price", "prix", "prix_ttc", "montant_ht", "total_ht", "ca_ht", "dollars", "euros", "spend"};
constexpr std::string_view kScore[] = {
    "score", "nps", "nps_score", "score_nps", "note_nps", "csat", "csat_score", "score_csat", "ces", "ces_score", "score_ces", "note", "note_satisfaction", "note_de_satisfaction", "satisfaction", "satisfaction_score", "score_satisfaction", "rating", "stars", "etoiles", "survey_score", "note_enquete"};
constexpr std::string_view kId[] = {
    "event_id", "eventid", "id_evenement", "evenement_id", "event_uuid", "message_id", "messageid", "insert_id", "hit_id", "event_key", "row_id", "uuid", "id"};

Names names_of(ColumnRole role) {
  switch (role) {
    case ColumnRole::customer: return kCustomer;
    case ColumnRole::time: return kTime;
    case ColumnRole::clock: return kClock;
    case ColumnRole::event: return kEvent;
    case ColumnRole::channel: return kChannel;
    case ColumnRole::source: return kSource;
    case ColumnRole::value: return kValue;
    case ColumnRole::score: return kScore;
    case ColumnRole::id: return kId;
    case ColumnRole::property:
    case ColumnRole::link: return {};
  }
  return {};
}

// True when one of the words stands in the name ("date" in "date_premier_achat").
bool has_word(std::string_view plain, Names words) {
  for (std::size_t at = 0; at <= plain.size();) {
    const std::size_t end = std::min(plain.find('_', at), plain.size());
    if (std::find(words.begin(), words.end(), plain.substr(at, end - at)) != words.end()) return true;
    at = end + 1;
  }
  return false;
}

constexpr std::string_view kPeople[] = {"customer", "client", "user", "utilisateur", "visitor", "visiteur", "member", "adherent", "abonne", "buyer", "acheteur", "patient", "eleve", "etudiant", "student", "pupil"};
constexpr std::string_view kKeys[] = {"id", "no", "num", "numero", "number", "code", "key", "ref", "uuid", "identifiant", "hash"};
constexpr std::string_view kTimes[] = {"timestamp", "datetime", "horodatage", "date"};
constexpr std::string_view kOtherTimes[] = {"birth", "naissance", "birthday", "anniversaire", "end", "fin", "expiry", "expiration", "echeance", "update", "updated", "maj", "modification", "signup", "inscription", "first", "premier", "premiere", "last", "dernier", "derniere", "delivery", "livraison"};
constexpr std::string_view kAcquisition[] = {"acquisition", "marketing", "traffic", "trafic", "attribution", "utm"};
constexpr std::string_view kChannels[] = {"channel", "canal", "source", "medium"};
constexpr std::string_view kAmounts[] = {"montant", "amount", "revenue", "price", "prix", "ttc", "valeur"};

constexpr int kLoose = 1000;  // words of a name are worse than any whole name

}  // namespace

std::string plain_name(std::string_view name) {
  std::string out, spaced;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
    const bool hump = i > 0 && name[i] >= 'A' && name[i] <= 'Z' && (is_lower(name[i - 1]) || (i + 1 < name.size() && is_lower(name[i + 1]) && name[i - 1] >= 'A' && name[i - 1] <= 'Z'));
    if (hump) spaced += '_';
    spaced += name[i];
  }
  for (const char c : folded_ascii(spaced)) {
    const bool word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (word) out += c;
    else if (!out.empty() && out.back() != '_') out += '_';
  }
  while (!out.empty() && out.back() == '_') out.pop_back();
  return out;
}

std::optional<int> fit_of_name(std::string_view plain, ColumnRole role) {
  const Names names = names_of(role);
  const auto at = std::find(names.begin(), names.end(), plain);
  if (at != names.end()) return static_cast<int>(at - names.begin());
  bool loose = false;
  if (role == ColumnRole::customer) loose = has_word(plain, kPeople) && has_word(plain, kKeys);
  if (role == ColumnRole::time) loose = has_word(plain, kTimes) && !has_word(plain, kOtherTimes);
  if (role == ColumnRole::source) loose = has_word(plain, kAcquisition) && has_word(plain, kChannels);
  if (role == ColumnRole::channel) loose = has_word(plain, std::span(kChannels).first(2)) && !has_word(plain, kAcquisition);
  if (role == ColumnRole::value) loose = has_word(plain, kAmounts);
  return loose ? std::optional(kLoose) : std::nullopt;
}

bool is_circumstance(std::string_view plain) {
  static constexpr std::string_view kWords[] = {"device", "appareil", "terminal", "platform", "plateforme", "os", "browser", "navigateur", "channel", "canal", "medium", "support", "country", "pays", "region", "city", "ville", "language", "langue", "lang", "locale", "currency", "devise"};
  return has_word(plain, kWords);
}

bool is_channel_value(std::string_view value) {
  static constexpr std::string_view kValues[] = {"mobile", "desktop", "tablet", "tablette", "smartphone", "computer", "ordinateur", "pc", "tv", "web", "website", "site", "site_web", "app", "application", "ios", "android", "windows", "macos", "linux", "shop", "store", "boutique", "magasin", "online", "en_ligne",
      "offline", "phone", "telephone", "call_center", "centre_d_appels", "email", "e_mail", "mail", "sms", "chat", "social", "instagram", "facebook", "tiktok", "whatsapp", "youtube", "linkedin", "kiosk", "borne"};
  const std::string plain = plain_name(value);
  return std::find(std::begin(kValues), std::end(kValues), plain) != std::end(kValues);
}

bool is_acquisition_value(std::string_view value) {
  static constexpr std::string_view kBeginnings[] = {"organic", "paid", "cpc", "ppc", "seo", "sea", "referral", "affiliat", "display", "direct", "google_ads", "adwords", "sem"};
  // clang-format on
  const std::string plain = plain_name(value);
  return std::any_of(std::begin(kBeginnings), std::end(kBeginnings), [&](std::string_view start) {
    return plain.starts_with(start) && (plain.size() == start.size() || plain[start.size()] == '_' || start == "affiliat");
  });
}

}  // namespace parcours
