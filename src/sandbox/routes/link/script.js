// Only adds to the page: everything works without it.
(() => {
  "use strict";
  const other = async (address, options) => {
    const answer = await fetch(address, options);
    if (!answer.ok) throw new Error(String(answer.status));
    // Its style has a nonce that is not this page's.
    const text = (await answer.text()).replace(/<style[^]*?<\/style>/, "");
    return new DOMParser().parseFromString(text, "text/html");
  };
  const swap = (page, id) => {
    const [mine, theirs] = [document.getElementById(id), page.getElementById(id)];
    if (mine && theirs && mine.innerHTML !== theirs.innerHTML) mine.innerHTML = theirs.innerHTML;
    return theirs;
  };

  // A page that was left is not what it was.
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });

  // The list of systems follows what is typed.
  const search = document.querySelector("form[data-search]");
  if (search) {
    let asked = 0;
    let timer;
    const look = async () => {
      const mine = ++asked;
      const query = new URLSearchParams(new FormData(search));
      try {
        const page = await other(`?${query}`);
        if (mine === asked) ["count", "results"].forEach((id) => swap(page, id));
      } catch { /* The button does the same. */ }
    };
    search.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(look, 200); });
  }

  // A field is looked at when it is left. Secrets are not sent for that.
  const live = document.querySelector("form[data-check]");
  if (live) {
    const tell = (input, problem) => {
      const place = document.getElementById(`${input.id}-error`);
      place.textContent = problem ?? "";
      if (problem) input.setAttribute("aria-invalid", "true"); else input.removeAttribute("aria-invalid");
    };
    for (const input of live.querySelectorAll("[data-live]")) {
      input.addEventListener("change", async () => {
        const body = new URLSearchParams({ csrf: live.elements.csrf.value, field: input.name, value: input.value });
        try {
          const answer = await fetch(live.dataset.check, { method: "POST", body });
          if (answer.ok) tell(input, (await answer.json()).problem);
        } catch { /* The form is checked as a whole when it is sent. */ }
      });
    }
    live.addEventListener("submit", () => {
      const button = live.querySelector("button.primary");
      setTimeout(() => { button.disabled = true; button.textContent = "Signing in…"; });
    });
  }

  // The first sync is followed while it runs.
  const made = document.getElementById("made");
  if (made?.dataset.running) {
    const follow = async () => {
      try {
        if (!swap(await other(location.href), "made")?.dataset.running) return;
      } catch { return; }
      setTimeout(follow, 1000);
    };
    setTimeout(follow, 1000);
  }
})();
