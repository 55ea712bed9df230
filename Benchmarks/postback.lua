-- Postbacks of the page's shape, each with a dispatch id of its own.
-- Arguments: bytes of a body, and the pause between two requests of a connection in milliseconds.
local threads = 0
function setup(thread)
    threads = threads + 1
    thread:set("id", threads)
end

function init(args)
    size = tonumber(args[1] or 0)
    local pause = tonumber(args[2] or 0)
    count = 0
    run = os.time()
    -- Where there is such a function, wrk waits by a timer, which costs.
    if pause > 0 then
        function delay() return pause end
    end
end

function request()
    count = count + 1
    local body = string.format(
        '{"dispatch_id":"%08x%04x%020x","status":"delivered","metadata":{"received_at":"2020-08-31T18:58:41.000+00:00",' ..
        '"enqueued_at":"2020-08-31T18:58:41.000+00:00","executed_at":"2020-08-31T18:58:41.000+00:00",' ..
        '"sent_at":"2020-08-31T18:58:42.000+00:00","processed_at":"2020-08-31T18:58:42.000+00:00",' ..
        '"delivered_at":"2020-08-31T18:58:43.000+00:00","campaign_api_id":"417220e4-5a2a-b634-7f7d-9ec891532368",' ..
        '"external_send_id":"34a2ceb3cf6184132f3d816e9984269a"',
        run, id, count)
    local missing = size - #body - 2
    if missing > 10 then body = body .. ',"pad":"' .. string.rep("x", missing - 9) .. '"' end
    return wrk.format("POST", wrk.path, {["Content-Type"] = "application/json"}, body .. "}}")
end
