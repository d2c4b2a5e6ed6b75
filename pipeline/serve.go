package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/signal"
	"path/filepath"
	"time"
)

// serve previews the publication on this machine only, until interrupted. An address that is not of this machine is
// refused: a preview is no web server.
func serve(c console, o options, _ []string) error {
	host, _, err := net.SplitHostPort(o.addr)
	if ip := net.ParseIP(host); err != nil || host != "localhost" && (ip == nil || !ip.IsLoopback()) {
		return usageError{fmt.Errorf("serve: %q: cần địa chỉ trên máy này / wants an address of this machine, as 127.0.0.1:8080", o.addr)}
	}
	if _, err := os.Stat(filepath.Join(o.out, "index.html")); err != nil {
		return fmt.Errorf("serve: %s chưa có ấn phẩm, hãy chạy `make report` / holds no publication yet, run `make report`", o.out)
	}
	l, err := net.Listen("tcp", o.addr)
	if err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	s := &http.Server{Handler: http.FileServer(http.Dir(o.out)), ReadHeaderTimeout: 10 * time.Second}
	go func() { <-ctx.Done(); s.Close() }()
	fmt.Fprintf(c.out, "http://%s/  (Ctrl-C: dừng / stop)\n", l.Addr())
	if err := s.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
