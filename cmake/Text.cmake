# text/*.txt -> one C++ table of all that a person reads, in both languages.
file(GLOB PARCOURS_TEXTS CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/text/*.txt)
set(PARCOURS_CATALOGUE_CPP ${CMAKE_BINARY_DIR}/text/catalogue.cpp)
add_executable(compile_text ${CMAKE_SOURCE_DIR}/tools/compile_text.cpp)
target_compile_features(compile_text PRIVATE cxx_std_20)
add_custom_command(
  OUTPUT ${PARCOURS_CATALOGUE_CPP}
  COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_BINARY_DIR}/text
  COMMAND compile_text ${PARCOURS_CATALOGUE_CPP} ${PARCOURS_TEXTS}
  DEPENDS compile_text ${PARCOURS_TEXTS}
  COMMENT "Compiling the texts")
