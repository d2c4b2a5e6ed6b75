# xephang: two commands are enough: `make report`, `make test`.
DATA  ?= data
SEEDS ?= seeds
OUT   ?= out
ASSETS := stages/render/site/assets
VENDOR := $(ASSETS)/vendor/echarts.min.js

.DEFAULT_GOAL := help
.PHONY: report test check forms demo serve bench clean help assets

report: $(VENDOR) ## dựng ấn phẩm vào out/ (build the publication)
	go run ./pipeline report -data $(DATA) -seeds $(SEEDS) -out $(OUT)

test: $(VENDOR) ## chạy mọi phép thử (run every test)
	go vet ./...
	go test ./...

check: ## kiểm tra đầu vào, không xuất bản (validate the inputs)
	go run ./pipeline check -data $(DATA) -seeds $(SEEDS)

forms: ## biểu mẫu cho từng đơn vị: INDEX=… EDITION=… (a form for every unit)
	go run ./pipeline forms $(INDEX) $(EDITION) -data $(DATA)

demo: $(VENDOR) ## một năm mô phỏng, vào handover/_demo (a synthetic year from end to end)
	go run ./pipeline demo

serve: ## xem thử out/ tại 127.0.0.1:8080 (preview)
	go run ./pipeline serve -out $(OUT)

bench: $(VENDOR) ## đo tốc độ (print figures of speed)
	mkdir -p bin
	go build -o bin/pipeline ./pipeline
	./pipeline/bench.sh bin/pipeline
	go test -run '^$$' -bench . -benchmem ./stages/...

clean: ## xoá thứ đã sinh ra (remove what was generated)
	find out -mindepth 1 ! -name .gitkeep -delete
	rm -rf bin handover .out.next .out.old .out.lock $(ASSETS)/node_modules
	find $(ASSETS)/vendor -mindepth 1 ! -name .gitkeep -delete

help: ## danh sách lệnh (this list)
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 18

# echarts, its Vietnamese words and the typeface are declared in package.json and locked; they are copied into the
# folder that the program embeds, never committed.
assets: $(VENDOR) ## đặt thư viện biểu đồ và phông chữ vào chỗ (install charts and typeface)

$(VENDOR): $(ASSETS)/package-lock.json $(ASSETS)/vendor.sha256 $(ASSETS)/vendor.mjs
	cd $(ASSETS) && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error && node vendor.mjs
	touch $@
