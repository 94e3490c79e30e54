"use strict";
// Puts the binary itself in the place of the script `bin/makini`, so that no Node starts before it: after the installation,
// or at the first start where npm runs no scripts. Where it cannot (Windows, a folder of somebody else) the script stays.

const fs = require("node:fs");
const path = require("node:path");

const { binary } = require("./platform.js");

exports.install = function install() {
    if (process.platform === "win32") {
        return; // npm has written a wrapper that starts Node: it would not start an executable.
    }
    const place = path.join(__dirname, "bin", "makini");
    const fresh = `${place}.${process.pid}`;
    try {
        try {
            fs.linkSync(binary(), fresh);
        } catch {
            fs.copyFileSync(binary(), fresh);
        }
        fs.chmodSync(fresh, 0o755);
        fs.renameSync(fresh, place);
    } catch (error) {
        fs.rmSync(fresh, { force: true });
        throw error;
    }
};

if (require.main === module) {
    try {
        exports.install();
    } catch (error) {
        console.warn(`makini is started through Node: ${error.message}`);
    }
}
