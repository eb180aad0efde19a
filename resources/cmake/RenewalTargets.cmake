# SPDX-FileCopyrightText: 2026 The Renewal Console authors
# SPDX-License-Identifier: GPL-3.0-or-later
# One function per kind of target, so that every library, program and test is declared alike.

# A precompiled header shared by all libraries of one layer.
function(renewal_precompiled name header)
    if(NOT RENEWAL_PCH)
        return()
    endif()
    file(WRITE "${CMAKE_BINARY_DIR}/pch/${name}.cpp" "")
    add_library(renewal_pch_${name} OBJECT "${CMAKE_BINARY_DIR}/pch/${name}.cpp")
    target_link_libraries(renewal_pch_${name} PRIVATE renewal_settings ${ARGN})
    set_target_properties(renewal_pch_${name} PROPERTIES AUTOMOC OFF AUTORCC OFF POSITION_INDEPENDENT_CODE ON)
    target_precompile_headers(renewal_pch_${name} PRIVATE "${CMAKE_SOURCE_DIR}/resources/cmake/${header}")
endfunction()
renewal_precompiled(core pch_core.h Qt6::Core)
renewal_precompiled(app pch_app.h Qt6::Core Qt6::Network Qt6::Sql)
renewal_precompiled(widgets pch_widgets.h Qt6::Core Qt6::Gui Qt6::Widgets)

function(_renewal_common target pch)
    target_link_libraries(${target} PRIVATE renewal_settings)
    set_target_properties(${target} PROPERTIES POSITION_INDEPENDENT_CODE ON)
    if(RENEWAL_PCH AND NOT pch STREQUAL "none")
        target_precompile_headers(${target} REUSE_FROM renewal_pch_${pch})
    endif()
endfunction()

# renewal_library(store PCH app SOURCES a.cpp b.cpp LINK Qt6::Sql renewal::domain)
# makes the library renewal_store with the alias renewal::store. LINK is public. Debug presets share libraries
# (BUILD_SHARED_LIBS): a hundred test programs that each hold a copy of all of them fill a disk.
function(renewal_library name)
    cmake_parse_arguments(ARG "" "PCH" "SOURCES;LINK;PRIVATE_LINK" ${ARGN})
    add_library(renewal_${name} ${ARG_SOURCES})
    add_library(renewal::${name} ALIAS renewal_${name})
    target_link_libraries(renewal_${name} PUBLIC ${ARG_LINK} PRIVATE ${ARG_PRIVATE_LINK})
    _renewal_common(renewal_${name} ${ARG_PCH})
endfunction()

# renewal_program(renewal-service PCH app SOURCES main.cpp LINK renewal::service)
function(renewal_program name)
    cmake_parse_arguments(ARG "" "PCH" "SOURCES;LINK" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    target_link_libraries(${name} PRIVATE ${ARG_LINK})
    _renewal_common(${name} ${ARG_PCH})
endfunction()

# What Qt does inside itself does not count (its locks are invisible to ThreadSanitizer), what our code does between
# threads does; and tests may start programs, PostgreSQL for one, while threads run.
set(RENEWAL_TSAN_OPTIONS "ignore_noninstrumented_modules=1 die_after_fork=0")

# renewal_test(tst_audit PCH core LINK renewal::domain [LABELS gui] [SOURCES extra.cpp] [TIMEOUT 900])
# builds <name>.cpp of the current folder and registers it with the environment every test gets.
function(renewal_test name)
    cmake_parse_arguments(ARG "" "PCH;TIMEOUT" "SOURCES;LINK;LABELS" ${ARGN})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 600) # a hang, not a slow machine: sanitizers take their time
    endif()
    add_executable(${name} ${name}.cpp ${ARG_SOURCES})
    target_link_libraries(${name} PRIVATE Qt6::Test ${ARG_LINK})
    _renewal_common(${name} ${ARG_PCH})
    target_compile_definitions(${name} PRIVATE
        RENEWAL_TEST_DATA="${CMAKE_SOURCE_DIR}/tests/data" RENEWAL_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT} LABELS "${ARG_LABELS}" ENVIRONMENT
        "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=UTC;TSAN_OPTIONS=${RENEWAL_TSAN_OPTIONS};UBSAN_OPTIONS=print_stacktrace=1")
endfunction()

# renewal_benchmark(bench_store PCH app LINK ...): built with the tests, run by hand; prints figures.
function(renewal_benchmark name)
    cmake_parse_arguments(ARG "" "PCH" "SOURCES;LINK" ${ARGN})
    add_executable(${name} ${name}.cpp ${ARG_SOURCES})
    target_link_libraries(${name} PRIVATE ${ARG_LINK})
    _renewal_common(${name} ${ARG_PCH})
endfunction()
