class Makini < Formula
  desc "Command-line for industrial integrations"
  homepage "https://docs.makini.io"
  version "@VERSION@"
  license "MIT"

  on_macos do
    on_arm do
      url "@BASE_URL@/makini-@VERSION@-aarch64-apple-darwin.tar.gz"
      sha256 "@SHA256:aarch64-apple-darwin.tar.gz@"
    end
    on_intel do
      url "@BASE_URL@/makini-@VERSION@-x86_64-apple-darwin.tar.gz"
      sha256 "@SHA256:x86_64-apple-darwin.tar.gz@"
    end
  end

  on_linux do
    on_arm do
      url "@BASE_URL@/makini-@VERSION@-aarch64-unknown-linux-gnu.tar.gz"
      sha256 "@SHA256:aarch64-unknown-linux-gnu.tar.gz@"
    end
    on_intel do
      url "@BASE_URL@/makini-@VERSION@-x86_64-unknown-linux-gnu.tar.gz"
      sha256 "@SHA256:x86_64-unknown-linux-gnu.tar.gz@"
    end
  end

  def install
    bin.install "makini"
    man1.install Dir["man/*.1"]
    man7.install Dir["man/*.7"]
    bash_completion.install "completions/makini.bash" => "makini"
    zsh_completion.install "completions/_makini"
    fish_completion.install "completions/makini.fish"
  end

  test do
    assert_match version.to_s, shell_output("#{bin}/makini --version")
    assert_match "ok", shell_output("#{bin}/makini --sandbox check -o json --jq .data.result")
  end
end
