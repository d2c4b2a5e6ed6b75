package main

import "testing"

func TestBaseAddress(t *testing.T) {
	for in, want := range map[string]string{
		"https://vi.example":         "https://vi.example/",
		"https://vi.example/mot/hai": "https://vi.example/mot/hai/",
		" http://vi.example:81/a/ ":  "http://vi.example:81/a/",
		"vi.example":                 "",
		"/a/b":                       "",
		"ftp://vi.example/":          "",
		"https://vi.example/?q=1":    "",
		"https://vi.example/#a":      "",
		"https://a:b@vi.example/":    "",
		"":                           "",
	} {
		got, err := baseAddress(in)
		if got != want || (err != nil) != (want == "") {
			t.Errorf("%q: %q, %v; want %q", in, got, err, want)
		}
	}
}
