// A workspace in memory, asked as a browser would ask.
#pragma once

#include <gtest/gtest.h>

#include "base/json.h"
#include "server/service.h"

namespace parcours {

inline constexpr char kRing[] = R"(parcours: 1
title: La bague
language: fr
goal: pay
stages:
  - id: look
    name: Découverte # first
    phase: before
    touchpoints:
      - {id: post, name: Voit une bague, channel: instagram, match: {event: ad_view}}
  - id: buy
    name: Décision
    phase: during
    touchpoints:
      # the till
      - id: pay
        name: Paiement
        match: {event: pay}
)";

class ServiceTest : public testing::Test {
 protected:
  ServiceTest() {
    EXPECT_TRUE(files.write("w/parcours.yaml", "parcours: 1\nname: Bijoux\nlanguage: fr\n").ok());
    EXPECT_TRUE(files.write("w/maps/ring.yaml", kRing).ok());
  }

  static Request request(std::string method, std::string target, std::string body = "") {
    Request out;
    out.method = std::move(method);
    out.target = std::move(target);
    out.fields = {{"host", "127.0.0.1:8787"}};
    if (!body.empty()) out.fields["content-type"] = "application/json";
    out.body = std::move(body);
    return out;
  }
  Response get(const std::string& target) { return service.handle(request("GET", target)); }
  Response send(const std::string& method, const std::string& target, const Json& body) {
    return service.handle(request(method, target, body.dump()));
  }
  Json json(const Response& response) { return Json::parse(response.body); }
  std::string version() { return json(get("/api/maps/ring"))["of"]; }
  std::string text() { return files.read("w/maps/ring.yaml").value(); }

  MemoryFiles files;
  FixedClock clock{0};
  MemoryInputs inputs{{}};
  Service service{"w", {files, clock, inputs}, 8787};
};

inline std::string field_of(const Response& response, const std::string& name) {
  for (const auto& [known, value] : response.fields)
    if (known == name) return value;
  return "";
}

}  // namespace parcours
