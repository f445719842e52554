#include "render/clean.h"

#include <gtest/gtest.h>

#include "render/boxes.h"

namespace parcours {
namespace {

constexpr double kSlack = 0.5;

std::string at(const Box& box) {
  return " at " + std::to_string(box.x) + "," + std::to_string(box.y) + " " + std::to_string(box.w) + "x" + std::to_string(box.h);
}

int texts_collide(const Placed& all) {
  int bad = 0;
  for (std::size_t i = 0; i < all.texts.size() && bad < 3; ++i)
    for (std::size_t j = i + 1; j < all.texts.size(); ++j)
      if (overlap(all.texts[i].box, all.texts[j].box, kSlack))
        ++bad, ADD_FAILURE() << "«" << all.texts[i].text << "»" << at(all.texts[i].box) << " lies on «" << all.texts[j].text << "»"
                             << at(all.texts[j].box);
  return bad;
}

int cards_collide(const Placed& all) {
  int bad = 0;
  for (std::size_t i = 0; i < all.cards.size() && bad < 3; ++i)
    for (std::size_t j = i + 1; j < all.cards.size(); ++j)
      if (overlap(all.cards[i].box, all.cards[j].box, kSlack))
        ++bad, ADD_FAILURE() << "card " << all.cards[i].node->id << " lies on " << all.cards[j].node->id;
  return bad;
}

int texts_leave(const Placed& all, const Scene& scene) {
  int bad = 0;
  const Box page = Box{0, 0, scene.width, scene.height}.grown(-20);
  for (const PlacedText& text : all.texts) {
    if (!holds(page, text.box))
      ++bad, ADD_FAILURE() << "«" << text.text << "» leaves the page" << at(text.box) << " of " << scene.width << "x" << scene.height;
    if (text.card && !holds(text.card->box, text.box, kSlack))
      ++bad, ADD_FAILURE() << "«" << text.text << "» leaves its card " << text.card->id << at(text.box) << " in" << at(text.card->box);
    for (const PlacedNode& card : all.cards)
      if (card.node != text.card && overlap(card.box, text.box, kSlack))
        ++bad, ADD_FAILURE() << "«" << text.text << "» lies on the card " << card.node->id;
    for (const PlacedNode& badge : all.badges)
      if (badge.node != text.badge && overlap(badge.box, text.box, kSlack))
        ++bad, ADD_FAILURE() << "«" << text.text << "»" << at(text.box) << " lies under a badge" << at(badge.box);
    for (const PlacedNode& icon : all.icons)
      if (overlap(icon.box, text.box, kSlack)) ++bad, ADD_FAILURE() << "«" << text.text << "» lies on the icon " << icon.node->icon << at(icon.box);
    if (bad > 3) break;
  }
  return bad;
}

int lanes_collide(const Scene& scene) {
  int bad = 0;
  double bottom = 0;
  for (const Node* lane : all_of_class(scene.root, "lane")) {
    if (lane->box.y < bottom - kSlack) ++bad, ADD_FAILURE() << lane->id << " begins above the end of the one before";
    bottom = lane->box.bottom();
  }
  if (bottom > scene.height) ++bad, ADD_FAILURE() << "the lanes end below the page";
  return bad;
}

}  // namespace

bool is_clean(const Scene& scene) {
  const Placed all = placed(scene);
  return texts_collide(all) + cards_collide(all) + texts_leave(all, scene) + lanes_collide(scene) == 0;
}

}  // namespace parcours
