package main

import (
	"errors"
	"net/url"
	"strings"
)

// baseAddress reads the address at which a publication will stand: a whole web address, with a slash at its end.
func baseAddress(s string) (string, error) {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.RawQuery != "" || u.Fragment != "" || u.User != nil {
		return "", errors.New("cần địa chỉ như / wants an address such as https://vi.du/xep-hang/")
	}
	u.Path = strings.TrimSuffix(u.Path, "/") + "/"
	return u.String(), nil
}
