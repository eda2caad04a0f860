"""Forty texts that would do something if any place took them for more than text."""

PAYLOADS = (
    "<script>window.hacked=1</script>",
    "</script><script>window.hacked=1</script>",
    "<img src=x onerror=window.hacked=1>",
    '"><img src=x onerror=window.hacked=1>',
    "'><img src=x onerror=window.hacked=1>",
    "<svg onload=window.hacked=1>",
    "<svg><script>window.hacked=1</script></svg>",
    '<a href="javascript:window.hacked=1">x</a>',
    "javascript:window.hacked=1",
    "<iframe srcdoc='<script>parent.hacked=1</script>'></iframe>",
    "<body onload=window.hacked=1>",
    "<details open ontoggle=window.hacked=1>",
    "<input autofocus onfocus=window.hacked=1>",
    "<style>@import 'x';body{display:none}</style>",
    "<link rel=stylesheet href=x>",
    "<meta http-equiv=refresh content='0;url=javascript:window.hacked=1'>",
    "<base href=https://contoh.example/>",
    "<form action=javascript:window.hacked=1><button>x",
    "<template><img src=x onerror=window.hacked=1></template>",
    "<math><mi xlink:href=javascript:window.hacked=1>x</mi></math>",
    "{{ 7*7 }}",
    "{% if 1 %}x{% endif %}",
    "${window.hacked=1}",
    "`${window.hacked=1}`",
    "');window.hacked=1;//",
    '");window.hacked=1;//',
    "\\');window.hacked=1;//",
    "*/window.hacked=1;/*",
    "<!--<script>window.hacked=1//-->",
    "]]><script>window.hacked=1</script>",
    "&lt;script&gt;window.hacked=1&lt;/script&gt;",
    "%3Cscript%3Ewindow.hacked=1%3C/script%3E",
    "\\u003cscript\\u003ewindow.hacked=1\\u003c/script\\u003e",
    "__proto__",
    "constructor",
    '{"__proto__":{"hacked":1}}',
    "=HYPERLINK(1)",
    "@SUM(1+1)",
    "{name} {goods} {ref}",
    "a\u2028window.hacked=1\u2028b",
)
assert len(PAYLOADS) == 40

# Nothing of theirs has run, and nothing of theirs is an element.
HARMED = """() => [
    ...(window.hacked || {}.hacked ? ["a script of theirs ran"] : []),
    ...[...document.querySelectorAll(`
        script:not([src]):not([type="application/ld+json"]), main iframe, main style, main base, main meta, main link,
        img[src="x"], [onerror], [onload], [ontoggle], [onfocus], a[href^="javascript"]
    `)].map(one => one.outerHTML),
    ...(getComputedStyle(document.body).display === "none" ? ["the page is gone"] : []),
]"""
