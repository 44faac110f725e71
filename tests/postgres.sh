#!/bin/sh
# A private PostgreSQL for tests: loopback only, no password, data in a temporary folder that "stop" removes.
#   tests/postgres.sh start   installs PostgreSQL where missing (Debian, as root), starts it, prints the connection string
#   tests/postgres.sh halt    stops it at once and keeps its data: "start" goes on with them
#   tests/postgres.sh stop    stops it and removes its data
# Use:  export FOREXE2E_TEST_POSTGRES="$(tests/postgres.sh start)" && dotnet test tests/ForexE2E.Storage.Tests
# FOREXE2E_TEST_POSTGRES_LISTEN and _TRUST name one more address to listen on and the range that may use it.
# Never for production: whoever reaches the port is administrator.
set -eu

port="${FOREXE2E_TEST_POSTGRES_PORT:-54329}"
home="${FOREXE2E_TEST_POSTGRES_HOME:-${TMPDIR:-/tmp}/forexe2e-postgres-$port}"
connection="Host=127.0.0.1;Port=$port;Username=postgres"

fail() { echo "postgres.sh: $*" >&2; exit 1; }

# The server refuses to run as root.
as_owner() {
    if [ "$(id -u)" -eq 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

programs() {
    for folder in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V -r) "$(dirname "$(command -v initdb 2>/dev/null || echo /nowhere/initdb)")"; do
        if [ -x "$folder/initdb" ]; then echo "$folder"; return; fi
    done
}

install() {
    [ "$(id -u)" -eq 0 ] || fail "PostgreSQL is not installed; install it, or run this once as root on Debian"
    command -v apt-get >/dev/null || fail "PostgreSQL is not installed and there is no apt-get; install it by hand"
    # No cluster of the distribution's own: only the programs are wanted.
    mkdir -p /etc/postgresql-common
    [ -e /etc/postgresql-common/createcluster.conf ] || echo "create_main_cluster = false" > /etc/postgresql-common/createcluster.conf
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq postgresql; } >&2 || fail "apt-get could not install postgresql"
}

start() {
    [ -n "$(programs)" ] || install
    bin="$(programs)"
    [ -n "$bin" ] || fail "initdb was not found after the installation"
    if [ -f "$home/data/PG_VERSION" ] && as_owner "$bin/pg_ctl" -D "$home/data" status >/dev/null 2>&1; then
        echo "$connection"
        return
    fi

    if [ ! -f "$home/data/PG_VERSION" ]; then
        rm -rf "$home"
        mkdir -p "$home"
        [ "$(id -u)" -ne 0 ] || chown postgres "$home"
        as_owner "$bin/initdb" -D "$home/data" -U postgres --auth=trust --encoding=UTF8 --locale=C.UTF-8 >&2 || fail "initdb failed"
        [ -z "${FOREXE2E_TEST_POSTGRES_TRUST:-}" ] || echo "host all all $FOREXE2E_TEST_POSTGRES_TRUST trust" >> "$home/data/pg_hba.conf"
    fi

    as_owner "$bin/pg_ctl" -D "$home/data" -l "$home/log" -w -t 60 \
        -o "-p $port -c listen_addresses=127.0.0.1${FOREXE2E_TEST_POSTGRES_LISTEN:+,$FOREXE2E_TEST_POSTGRES_LISTEN} -c unix_socket_directories='$home' -c max_connections=200" start >/dev/null \
        || { cat "$home/log" >&2; fail "the server did not start on port $port"; }
    echo "$connection"
}

halt() {
    as_owner "$(programs)/pg_ctl" -D "$home/data" -m immediate -w stop >&2 || true
}

stop() {
    bin="$(programs)"
    if [ -n "$bin" ] && [ -f "$home/data/PG_VERSION" ]; then
        as_owner "$bin/pg_ctl" -D "$home/data" -m fast -w stop >&2 || true
    fi

    rm -rf "$home"
}

cd /
case "${1:-}" in
    start) start ;;
    halt) halt ;;
    stop) stop ;;
    *) fail "say start, halt or stop" ;;
esac
