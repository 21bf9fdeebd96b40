// A least-recently-used cache: a map into a doubly linked ring, with a callback on eviction.
package main

import "fmt"

type entry struct {
	prev, next *entry
	key        string
	value      interface{}
}

type Cache struct {
	ring    entry
	index   map[string]*entry
	limit   int
	onEvict func(key string, value interface{})
	stats   struct{ hits, misses int }
}

func New(limit int, onEvict func(string, interface{})) *Cache {
	c := &Cache{index: make(map[string]*entry, limit), limit: limit, onEvict: onEvict}
	c.ring.prev, c.ring.next = &c.ring, &c.ring
	return c
}

func (e *entry) unlink() *entry {
	e.prev.next, e.next.prev = e.next, e.prev
	return e
}

func (c *Cache) front(e *entry) {
	e.prev, e.next = &c.ring, c.ring.next
	e.prev.next, e.next.prev = e, e
}

func (c *Cache) Get(key string) (v interface{}, ok bool) {
	defer func() {
		if ok {
			c.stats.hits++
		} else {
			c.stats.misses++
		}
	}()
	e, ok := c.index[key]
	if !ok {
		return nil, false
	}
	c.front(e.unlink())
	return e.value, true
}

func (c *Cache) Put(key string, v interface{}) {
	if e, ok := c.index[key]; ok {
		e.value = v
		c.front(e.unlink())
		return
	}
	if len(c.index) == c.limit {
		old := c.ring.prev.unlink()
		delete(c.index, old.key)
		if c.onEvict != nil {
			c.onEvict(old.key, old.value)
		}
	}
	e := &entry{key: key, value: v}
	c.index[key] = e
	c.front(e)
}

func (c *Cache) Keys() (keys []string) {
	for e := c.ring.next; e != &c.ring; e = e.next {
		keys = append(keys, e.key)
	}
	return
}

func main() {
	var evicted []string
	c := New(3, func(k string, v interface{}) { evicted = append(evicted, fmt.Sprintf("%s:%v", k, v)) })
	for i, k := range []string{"a", "b", "c", "a", "d", "b", "e"} {
		if v, ok := c.Get(k); ok {
			fmt.Print("hit ", k, v, " ")
		} else {
			c.Put(k, i)
		}
	}
	fmt.Println(c.Keys(), evicted, c.stats)
	c.Put("a", []int{1})
	fmt.Println(c.Keys())
	c = New(100, nil)
	for i := 0; i < 10000; i++ {
		c.Put(fmt.Sprint(i%137), i)
		c.Get(fmt.Sprint(i * 7 % 137))
	}
	fmt.Println(len(c.Keys()), c.stats)
}
