"use strict";
// Puts the binary itself in the place of the script `bin/makini`, so that no Node starts before it. Where that cannot be
// done (Windows, a read-only folder, `npm install --ignore-scripts`) the script stays and works.

const fs = require("node:fs");
const path = require("node:path");

const { binary } = require("./platform.js");

function install() {
    if (process.platform === "win32") {
        return; // npm has written a wrapper that starts Node: it would not start an executable.
    }
    const place = path.join(__dirname, "bin", "makini");
    const fresh = `${place}.new`;
    try {
        fs.rmSync(fresh, { force: true });
        try {
            fs.linkSync(binary(), fresh);
        } catch {
            fs.copyFileSync(binary(), fresh);
        }
        fs.chmodSync(fresh, 0o755);
        fs.renameSync(fresh, place);
    } catch (error) {
        fs.rmSync(fresh, { force: true });
        console.warn(`makini is started through Node: ${error.message}`);
    }
}

install();
