#!/bin/sh
# Does the steps of the Dockerfile by hand, where there is no Docker engine: copies exactly what it copies, restores,
# publishes, and starts the result as an unprivileged user who may write nowhere but below /tmp.
#   docker/try-steps.sh
set -eu
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
source="$work/source"
mkdir "$source"

# Every COPY of the build stage, in order; a file that is missing fails here as it would there.
sed -n '/AS build/,/^FROM .*aspnet/p' docker/Dockerfile | grep '^COPY' | while read -r _ arguments; do
    target=$(echo "$arguments" | awk '{ print $NF }')
    mkdir -p "$source/$target"
    for file in $(echo "$arguments" | awk '{ $NF = ""; print }'); do
        if [ -d "$file" ]; then
            # Like .dockerignore: no build output.
            (cd "$file" && find . -type f -not -path '*/bin/*' -not -path '*/obj/*' -print0 | xargs -0 cp --parents -t "$source/$target")
        else
            cp "$file" "$source/$target"
        fi
    done
done

(cd "$source" && dotnet restore src/ForexE2E.Host -a amd64 && dotnet publish src/ForexE2E.Host -c Release --no-restore --self-contained false -a amd64 -o "$work/publish")
chmod -R a+rX,go-w "$work"
cd "$work/publish"
if [ "$(id -u)" -eq 0 ]; then
    env DOTNET_EnableDiagnostics=0 HOME=/nonexistent setpriv --reuid 65534 --regid 65534 --clear-groups "$work/publish/forexe2e" --version
    env DOTNET_EnableDiagnostics=0 HOME=/nonexistent setpriv --reuid 65534 --regid 65534 --clear-groups "$work/publish/forexe2e" parameters list > /dev/null
else
    DOTNET_EnableDiagnostics=0 HOME=/nonexistent "$work/publish/forexe2e" --version
fi
echo "The steps work; $(du -sm "$work/publish" | cut -f1) MB published."
