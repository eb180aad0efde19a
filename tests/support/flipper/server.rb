# SPDX-FileCopyrightText: 2026 The Renewal Console authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Flipper's documented HTTP API (flippercloud/flipper, docs of lib/flipper/api) over the real gem, on a loopback port.
# Prints the port, and ends when its standard input does. A line on standard input says how it behaves to the next
# call that writes: die_before, die_after, half, nonsense, slow, ignore, status 503, or answers with a feature moved by
# somebody else: move PERCENT.
require "flipper"
require "flipper/adapters/memory"
require "json"
require "webrick"

FLIPPER = Flipper.new(Flipper::Adapters::Memory.new)
TOKEN = ENV.fetch("FLIPPER_TOKEN", "")
MANNERS = Queue.new
GATES = { boolean: "boolean", actors: "actor", percentage_of_actors: "percentage_of_actors",
          percentage_of_time: "percentage_of_time", groups: "group" }.freeze
ERRORS = {
  feature_not_found: [1, 404, "Feature not found."],
  group_not_registered: [2, 404, "Group not registered."],
  percentage_invalid: [3, 422, "Percentage must be a positive number less than or equal to 100."],
  flipper_id_is_missing: [4, 422, "Required parameter flipper_id is missing."],
  name_is_missing: [5, 422, "Required parameter name is missing."]
}.freeze

class Refused < StandardError
  attr_reader :error

  def initialize(error)
    super(error.to_s)
    @error = error
  end
end

def gate_value(feature, key)
  value = feature.gate_values.public_send(key)
  case key
  when :boolean then value ? "true" : nil
  when :actors, :groups then value.to_a.map(&:to_s).sort
  else value.zero? ? nil : (value == value.to_i ? value.to_i : value).to_s
  end
end

def document(feature)
  gates = GATES.map { |key, name| { key: key, name: name, value: gate_value(feature, key) } }
  { key: feature.key, state: feature.state, gates: gates }
end

def percentage(params)
  number = Float(params["percentage"].to_s)
  raise Refused, :percentage_invalid if number.negative? || number > 100

  number
rescue ArgumentError
  raise Refused, :percentage_invalid
end

def named(params, key, error)
  raise Refused, error if params[key].to_s.empty?

  params[key]
end

def group(params)
  name = named(params, "name", :name_is_missing)
  known = Flipper.group_exists?(name) || params["allow_unregistered_groups"].to_s == "true"
  raise Refused, :group_not_registered unless known

  name
end

def write(feature, verb, gate, params)
  case [verb, gate]
  when %w[POST boolean] then feature.enable
  when %w[DELETE boolean] then feature.disable
  when %w[POST actors]
    feature.enable_actor(Flipper::Actor.new(named(params, "flipper_id", :flipper_id_is_missing)))
  when %w[DELETE actors]
    feature.disable_actor(Flipper::Actor.new(named(params, "flipper_id", :flipper_id_is_missing)))
  when %w[POST groups] then feature.enable_group(group(params).to_sym)
  when %w[DELETE groups] then feature.disable_group(group(params).to_sym)
  when %w[POST percentage_of_actors] then feature.enable_percentage_of_actors(percentage(params))
  when %w[DELETE percentage_of_actors] then feature.disable_percentage_of_actors
  when %w[POST percentage_of_time] then feature.enable_percentage_of_time(percentage(params))
  when %w[DELETE percentage_of_time] then feature.disable_percentage_of_time
  else raise Refused, :feature_not_found
  end
end

def answer(response, status, body)
  response.status = status
  response["Content-Type"] = "application/json"
  response.body = JSON.generate(body)
end

def misbehave(manner, response)
  case manner
  when "die_after" then exit!
  when "half" then response.body = response.body[0, response.body.size / 2]
  when "nonsense" then response.body = "<html>please log in</html>"
  when "slow" then sleep
  when /\Amove (\S+)\z/
    FLIPPER[response["X-Feature"]].enable_percentage_of_actors(Float(Regexp.last_match(1)))
  end
end

def change(request, response, feature, gate)
  manner = MANNERS.empty? ? "" : MANNERS.pop
  exit! if manner == "die_before"
  return answer(response, manner.split.last.to_i, {}) if manner.start_with?("status")

  params = request.body ? JSON.parse(request.body) : {}
  write(feature, request.request_method, gate, params) unless manner == "ignore"
  answer(response, 200, document(feature))
  response["X-Feature"] = feature.key
  misbehave(manner, response)
end

def serve(request, response)
  unless TOKEN.empty? || request["Authorization"] == "Bearer #{TOKEN}"
    return answer(response, 401, { error: "unauthorized" })
  end

  _, _, key, gate = request.path.split("/")
  if request.request_method == "GET"
    raise Refused, :feature_not_found unless FLIPPER.exist?(key)

    return answer(response, 200, document(FLIPPER[key]))
  end
  # Any write to a gate of an unknown feature makes it, as Flipper does.
  feature = FLIPPER[key]
  feature.add
  change(request, response, feature, gate)
rescue Refused => e
  code, status, message = ERRORS.fetch(e.error)
  answer(response, status, { code: code, message: message, more_info: "" })
end

ARGV.each { |key| FLIPPER[key].add }
log = WEBrick::Log.new(File::NULL)
server = WEBrick::HTTPServer.new(BindAddress: "127.0.0.1", Port: 0, Logger: log, AccessLog: [])
server.mount_proc("/features") { |request, response| serve(request, response) }
# WEBrick's mount_proc serves GET, POST and HEAD only.
class WEBrick::HTTPServlet::ProcHandler
  alias do_DELETE do_GET
end
$stdout.puts(server.listeners.first.addr[1])
$stdout.flush
Thread.new do
  while (line = $stdin.gets)
    MANNERS.push(line.strip)
    $stdout.puts("ok")
    $stdout.flush
  end
  exit!
end
server.start
