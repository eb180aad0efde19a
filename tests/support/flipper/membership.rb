# SPDX-FileCopyrightText: 2026 The Renewal Console authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Prints, for a feature key and a number of made-up users user0@example.com, user1@example.com, ..., a line for each of
# the percentages that follow: which of them the real gem lets in, as a digest of one character each.
require "digest"
require "flipper"
require "flipper/adapters/memory"

key, users, *percentages = ARGV
flipper = Flipper.new(Flipper::Adapters::Memory.new)
actors = Array.new(Integer(users)) { |i| Flipper::Actor.new("user#{i}@example.com") }
percentages.each do |percentage|
  flipper[key].enable_percentage_of_actors(Float(percentage))
  flipper.memoize = true
  inside = actors.map { |actor| flipper.enabled?(key, actor) ? "1" : "0" }.join
  flipper.memoize = false
  puts("#{percentage} #{inside.count('1')} #{Digest::SHA256.hexdigest(inside)}")
end
