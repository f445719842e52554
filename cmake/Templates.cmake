# templates/ and recipes/ built into the program.
add_executable(bake_templates ${CMAKE_SOURCE_DIR}/tools/bake_templates.cpp)
target_compile_features(bake_templates PRIVATE cxx_std_20)
file(GLOB_RECURSE PARCOURS_TEMPLATE_FILES CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/templates/*)
set(PARCOURS_TEMPLATES_CPP ${CMAKE_BINARY_DIR}/templates/templates.cpp)
file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/templates)
add_custom_command(OUTPUT ${PARCOURS_TEMPLATES_CPP}
  COMMAND bake_templates ${PARCOURS_TEMPLATES_CPP} ${CMAKE_SOURCE_DIR}/templates
    app/templates.h TemplateFile template_files ${PARCOURS_TEMPLATE_FILES}
  DEPENDS bake_templates ${PARCOURS_TEMPLATE_FILES} COMMENT "Baking the templates")
target_sources(parcours_app PRIVATE ${PARCOURS_TEMPLATES_CPP})

file(GLOB PARCOURS_RECIPE_FILES CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/recipes/*.recipe)
set(PARCOURS_RECIPES_CPP ${CMAKE_BINARY_DIR}/templates/recipes.cpp)
add_custom_command(OUTPUT ${PARCOURS_RECIPES_CPP}
  COMMAND bake_templates ${PARCOURS_RECIPES_CPP} ${CMAKE_SOURCE_DIR}/recipes
    events/recipe.h RecipeFile recipe_files ${PARCOURS_RECIPE_FILES}
  DEPENDS bake_templates ${PARCOURS_RECIPE_FILES} COMMENT "Baking the recipes")
target_sources(parcours_events PRIVATE ${PARCOURS_RECIPES_CPP})
