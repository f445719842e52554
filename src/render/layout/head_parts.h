// The parts of the head, each at (0, 0).
#pragma once

#include "render/layout/frame.h"

namespace parcours {

std::optional<Node> logo(const Frame& frame);  // of the brand
Node key_figures(const Frame& frame);
Node persona_cards(const Frame& frame, double width, std::size_t across);  // `across` cards of that width in a row

Node coverage_bar(const Frame& frame, double x, double y, double width);  // 5 high; nothing of a map without statements

// A sentence to begin with, in a card of its own that hugs it.
enum class CalloutLook { loss, quiet, hint };
Node callout(const Frame& frame, const std::string& sentence, CalloutLook look, double width, double top);

// What is found first, what changed against another map, or without figures the one line that says what a CSV would add.
Node headline(const Frame& frame, double width, double top);

// What the figures are narrowed to, where nobody overlooks it: a pill as high as its lines. Nothing: they are of everything.
std::optional<Node> scope_chip(const Frame& frame, double width, double top);

}  // namespace parcours
