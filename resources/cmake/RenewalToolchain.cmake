# SPDX-FileCopyrightText: 2026 The Renewal Console authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Compiler, linker and package settings that hold for every target.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTORCC ON)
set(CMAKE_GLOBAL_AUTOGEN_TARGET ON) # linters need the moc files without a build
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
set(CMAKE_LIBRARY_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/lib")
if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE Release)
endif()

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER
        "${CMAKE_COMMAND};-E;env;CCACHE_SLOPPINESS=pch_defines,time_macros;CCACHE_NOHASHDIR=1;CCACHE_BASEDIR=${CMAKE_SOURCE_DIR};${CCACHE_PROGRAM}")
endif()

# More than a hundred programs are linked: mold does in a tenth of the time what ld does.
find_program(MOLD_PROGRAM mold)
if(MOLD_PROGRAM)
    add_link_options(-fuse-ld=mold)
endif()

find_package(Qt6 6.4 REQUIRED COMPONENTS
    Core Gui Widgets Network Sql HttpServer Svg Concurrent LinguistTools PrintSupport)
if(RENEWAL_TESTS)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
endif()
find_package(QCustomPlotQt6 CONFIG REQUIRED)
find_package(simdjson REQUIRED)
find_package(Qt6Keychain CONFIG QUIET)
find_package(tl-expected CONFIG QUIET)
find_package(SQLite3 REQUIRED)
find_package(PostgreSQL REQUIRED)
find_package(ZLIB REQUIRED)
# Debian's libxlsxwriter brings no CMake file.
find_library(XLSXWRITER_LIBRARY xlsxwriter REQUIRED)
find_path(XLSXWRITER_INCLUDE_DIR xlsxwriter.h REQUIRED)
add_library(XlsxWriter::XlsxWriter UNKNOWN IMPORTED)
set_target_properties(XlsxWriter::XlsxWriter PROPERTIES
    IMPORTED_LOCATION "${XLSXWRITER_LIBRARY}"
    INTERFACE_INCLUDE_DIRECTORIES "${XLSXWRITER_INCLUDE_DIR}")

add_library(renewal_settings INTERFACE)
target_include_directories(renewal_settings INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_definitions(renewal_settings INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_FOREACH
    QT_STRICT_ITERATORS QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_DISABLE_DEPRECATED_BEFORE=0x060400 RENEWAL_VERSION="${PROJECT_VERSION}")
target_compile_options(renewal_settings INTERFACE
    -Wall -Wextra -Wpedantic -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align -Wunused
    -Werror=switch -Werror=return-type)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(renewal_settings INTERFACE -fpch-preprocess)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND (RENEWAL_SANITIZE OR NOT CMAKE_BUILD_TYPE STREQUAL "Debug"))
    # GCC 12 warns wrongly about the unused side of optional, variant and expected once it optimises.
    target_compile_options(renewal_settings INTERFACE -Wno-maybe-uninitialized)
endif()
if(RENEWAL_WERROR)
    target_compile_options(renewal_settings INTERFACE -Werror)
endif()
if(RENEWAL_SANITIZE)
    target_compile_options(renewal_settings INTERFACE
        -fsanitize=${RENEWAL_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(renewal_settings INTERFACE -fsanitize=${RENEWAL_SANITIZE})
endif()
if(RENEWAL_COVERAGE)
    target_compile_options(renewal_settings INTERFACE --coverage -fprofile-update=atomic)
    target_link_options(renewal_settings INTERFACE --coverage)
endif()
if(RENEWAL_LINT STREQUAL "tidy")
    find_program(CLANG_TIDY_PROGRAM clang-tidy REQUIRED)
    set(CMAKE_CXX_CLANG_TIDY "${CLANG_TIDY_PROGRAM};--quiet")
endif()
